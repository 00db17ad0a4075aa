//! A public key of SSH, as a line of `authorized_keys` writes it.

use sha2::{Digest, Sha256};
use std::fmt;

use crate::incident::Line;

/// The algorithms whose keys let somebody in, as SSH names them.
pub const ALGORITHMS: [&str; 7] = [
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
];

/// An RSA key of fewer bits can be broken.
pub const RSA_BITS_MIN: usize = 2048;
/// A longer text is no key.
const TEXT_MAX: usize = 8 * 1024;

/// A person's public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As SSH names it: `ssh-ed25519`.
    pub algorithm: &'static str,
    /// The key's bytes as SSH sends them, the name of its algorithm first.
    pub blob: Vec<u8>,
    pub comment: Line,
}

/// Why a text is no key that lets somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadKey {
    /// It is no public key at all.
    Unreadable,
    /// It is the private half, which belongs on no other machine.
    Private,
    /// It begins with options, as `authorized_keys` may have them.
    Options,
    /// Its algorithm is none of `ALGORITHMS`.
    Algorithm,
    /// Its base64 part is cut or changed.
    Damaged,
    /// Its base64 part is a key of another algorithm than the one written before it.
    Mixed,
    /// An RSA key of fewer than `RSA_BITS_MIN` bits.
    Weak,
}

impl Key {
    /// Reads `algorithm base64 comment`.
    pub fn read(text: &str) -> Result<Self, BadKey> {
        if text.contains("PRIVATE KEY") {
            return Err(BadKey::Private);
        }
        if text.len() > TEXT_MAX {
            return Err(BadKey::Unreadable);
        }
        let mut words = text.split_ascii_whitespace();
        let first = words.next().ok_or(BadKey::Unreadable)?;
        let Some(algorithm) = ALGORITHMS.into_iter().find(|name| *name == first) else {
            let later = text.split([' ', '\t', ',']).skip(1).any(|word| ALGORITHMS.contains(&word));
            let like_one = ["ssh-", "ecdsa-", "sk-"].iter().any(|head| first.starts_with(head));
            return Err(match (later, like_one) {
                (true, _) => BadKey::Options,
                (false, true) => BadKey::Algorithm,
                (false, false) => BadKey::Unreadable,
            });
        };
        let blob = words.next().and_then(decode).ok_or(BadKey::Damaged)?;
        let comment = Line::new(&words.collect::<Vec<_>>().join(" "));
        let key = Self { algorithm, blob, comment };
        key.check()?;
        Ok(key)
    }

    /// As `ssh-keygen -l` prints it: `SHA256:…`.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.blob)
    }

    fn check(&self) -> Result<(), BadKey> {
        let mut fields = Fields(&self.blob);
        let name = fields.next().ok_or(BadKey::Damaged)?;
        if name != self.algorithm.as_bytes() {
            let known = ALGORITHMS.iter().any(|known| known.as_bytes() == name);
            return Err(if known { BadKey::Mixed } else { BadKey::Damaged });
        }
        let values: Vec<_> = fields.by_ref().collect();
        if !fields.0.is_empty() {
            return Err(BadKey::Damaged);
        }
        let lengths: Vec<_> = values.iter().map(|field| field.len()).collect();
        let is_point = |bytes: usize| values[1].first() == Some(&4) && lengths[1] == 1 + 2 * bytes;
        let is_curve = |name: &str| values[0] == name.as_bytes();
        let is_whole = match (self.algorithm, lengths.len()) {
            ("ssh-ed25519", 1) | ("sk-ssh-ed25519@openssh.com", 2) => lengths[0] == 32,
            ("ecdsa-sha2-nistp256", 2) | ("sk-ecdsa-sha2-nistp256@openssh.com", 3) => {
                is_curve("nistp256") && is_point(32)
            }
            ("ecdsa-sha2-nistp384", 2) => is_curve("nistp384") && is_point(48),
            ("ecdsa-sha2-nistp521", 2) => is_curve("nistp521") && is_point(66),
            ("ssh-rsa", 2) => {
                let modulus = values[1].strip_prefix(&[0]).unwrap_or(values[1]);
                let zeros = modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
                if modulus.len() * 8 - zeros.min(modulus.len() * 8) < RSA_BITS_MIN {
                    return Err(BadKey::Weak);
                }
                true
            }
            _ => false,
        };
        if is_whole { Ok(()) } else { Err(BadKey::Damaged) }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.algorithm, self.fingerprint())
    }
}

/// The fingerprint of any key, by its blob.
pub fn fingerprint(blob: &[u8]) -> String {
    let mut text = "SHA256:".to_owned();
    for chunk in Sha256::digest(blob).chunks(3) {
        let [a, b, c] = [0, 1, 2].map(|place| u32::from(chunk.get(place).copied().unwrap_or(0)));
        let bits = a << 16 | b << 8 | c;
        for place in 0..=chunk.len() {
            text.push(char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

/// The fields of a blob: a length of four bytes, then as many bytes.
struct Fields<'b>(&'b [u8]);

impl<'b> Iterator for Fields<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<&'b [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let field = rest.get(..length)?;
        self.0 = &rest[length..];
        Some(field)
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes of a base64 text; none where it is cut or has another character.
fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.as_bytes();
    let data = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    if !text.len().is_multiple_of(4) || data.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(data.len() / 4 * 3 + 2);
    for chunk in data.chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let value = match chunk.get(place) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        let [_, decoded @ ..] = bits.to_be_bytes();
        let (kept, cut) = decoded.split_at(chunk.len() - 1);
        if cut.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED25519: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHkWlgWm8CCHGgYcRGX0+qr6Jrqtv4bN5jy+cwRtkou+ ed25519@laptop";
    const P256: &str = "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBB+Db2iwJu5Ul6AA1xrpLzoqXk84hUxqnFkomOUSXPhUS+TIrmLtoKVq7h1FCCPzWzH3z7AllRmly3zipaRIsaQ= ecdsa@laptop";
    const P384: &str = "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBAzyXyMAz1o0a5QAbCVhc8VHTsWYsxqGxuvfogLJyH1wadHcpyOMUnPfAJNK9KSAM1LdbTDoTVTzXFqSs5JP1dgpQTBOISDYjIyTwaSwcWFvcvkMYGgCTqe5kWsQiRgz5w== e384";
    const P521: &str = "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAHgGgvsTu+UthAfgV/mf2rSbDrKqmuSQom1c4Eoxxu1vkA5i0yUwxzvW34rCnTf3BmyhUkQCC92xpyEzudwgZ/TfgFl6J3wQ2dtm2KMn60dlBpJZh8vsWpjlOuqMHIxV/Z+mHB5wE+CUS1sLaIcyRPB4ZkWAwAzbo6u21FtnXJx9KQ2Iw== e521";
    const RSA_3072: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDLdcisj/kkli59AjdbAJW24jo0DSdxCbciPvrHPU10oA8zt4pAwU7Di9sHJ5lO5sBY/VQszyLcU958QLEoX6SXcdcQjZAaCUdf1eMMU7/c68wOSDx2gM0sF7hhj4cr0vR+qcTqWonpucJ+rLQUmb2sC+xgl/BH57tGAz4vf9FNHkjoA6ub++CUJ2M1NziNQOD+3NFBZZQ0EFP04tHav1IogFNpPz+9hGAyklGhxIC265j0YlnuFxm4kl9Ahv4aaVyAfq77TElTb/yDEtZwgT3VtYg3EMei8C3ZccWZ7I0RdW91UsNPLRkA4N0OM0ubXC7mAJuR40agq2ViMiVsqIDu1P4UwBuXazioCsjfj2q3FId9K9hBpY2/5cqIzVn4t4kFPB7xc5CGI5FuISJs8WOxZ0/lHO/z44Mi5usrJMHGMqII+f8Z3Yj3Qq85rE4K2BPr8XCRek+K6R+RFZHzWXZp//oV0IxiqWzY4AmqvAf5MfKL7oc+hoqY+qfiUjmYc4k= rsa@laptop";
    const RSA_1024: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQCkwJPxRpg5eQu6VfCX1CDakJ/TlswMNxZsEoSZO8+9v9gAzQsIythSZ60FILARpeRUM6lQVfEc0C+4XhZCS1JniTCflpu0otdGbr5qbjOWzdOEg7upKOEpDqMgH5l0F11kDK4WE5XFpjGsZyP3KBFnfeI0VScQhztqLwajozb+PQ== weak";

    #[test]
    fn every_kind_is_read_as_ssh_keygen_knows_it() {
        for (text, comment, fingerprint) in [
            (ED25519, "ed25519@laptop", "SHA256:bOLF2xoiX+jvR8JVup4c2nlXfCrWxm1AmVC/cZQHVjA"),
            (P256, "ecdsa@laptop", "SHA256:O1b/18WGFNj+5em11FzVLfcpYFA2jXiUpIZC9D5Ghw8"),
            (P384, "e384", "SHA256:NcPNCucMYOv/x5M402i2SnZgkquprvhN5R6FqfWH2Uw"),
            (RSA_3072, "rsa@laptop", "SHA256:j0ZaRLVDEYENXsCLTTFkK123pKtOiMAPZdb+XYirBeE"),
        ] {
            let key = Key::read(text).unwrap();
            assert_eq!((key.comment.as_str(), key.fingerprint().as_str()), (comment, fingerprint));
        }
        assert_eq!(Key::read(P521).unwrap().algorithm, "ecdsa-sha2-nistp521");
    }

    #[test]
    fn what_is_no_good_key_is_told_apart() {
        let damaged = ED25519.replace("AAAAC3", "AAAAC4");
        let cut = &P256[..P256.len() - 30];
        let longer = format!("{}AAAA x", ED25519.split(" ed25519@").next().unwrap());
        let mixed = ED25519.replace("ssh-ed25519", "ssh-rsa");
        let options = format!("command=\"/bin/sh\",no-pty {ED25519}");
        for (text, bad) in [
            ("", BadKey::Unreadable),
            ("karim", BadKey::Unreadable),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nabc", BadKey::Private),
            (&options, BadKey::Options),
            ("ssh-dss AAAAB3NzaC1kc3M= old", BadKey::Algorithm),
            ("ssh-ed25519-cert-v01@openssh.com AAAA x", BadKey::Algorithm),
            ("ssh-ed25519", BadKey::Damaged),
            ("ssh-ed25519 AAAA…", BadKey::Damaged),
            (&damaged, BadKey::Damaged),
            (cut, BadKey::Damaged),
            (&longer, BadKey::Damaged),
            (&mixed, BadKey::Mixed),
            (RSA_1024, BadKey::Weak),
            (&"x".repeat(TEXT_MAX + 1), BadKey::Unreadable),
        ] {
            assert_eq!(Key::read(text), Err(bad), "{text}");
        }
    }

    #[test]
    fn no_cut_or_changed_key_is_a_crash() {
        for key in [ED25519, P256, RSA_1024] {
            for place in 0..key.len() {
                Key::read(&key[..place]).ok();
                for letter in ["A", "=", "/", "é"] {
                    let changed = format!("{}{letter}{}", &key[..place], &key[place + 1..]);
                    Key::read(&changed).ok();
                }
            }
        }
    }
}
