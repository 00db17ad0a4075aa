//! An SSH public key, as a line of `authorized_keys`.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use russh::keys::ssh_key::PublicKey;
use sha2::{Digest, Sha256};
use std::fmt;

use crate::incident::Line;

/// The accepted algorithms, as SSH names them.
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
/// A longer text is not a key.
const TEXT_MAX: usize = 8 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub algorithm: &'static str,
    /// The key's bytes as SSH sends them, the name of its algorithm first.
    pub blob: Vec<u8>,
    pub comment: Line,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadKey {
    /// Not a public key at all.
    Unreadable,
    Private,
    /// Options before the key, which `authorized_keys` allows.
    Options,
    /// Its algorithm is not one of `ALGORITHMS`.
    Algorithm,
    /// Its base64 part is cut or changed.
    Damaged,
    /// Its base64 part is a key of another algorithm than the one written before it.
    Mixed,
    /// An RSA key of fewer than `RSA_BITS_MIN` bits.
    Weak,
}

impl BadKey {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "people-key",
            Self::Private => "people-key-private",
            Self::Options => "people-key-options",
            Self::Algorithm => "people-key-algorithm",
            Self::Damaged => "people-key-damaged",
            Self::Mixed => "people-key-mixed",
            Self::Weak => "people-key-weak",
        }
    }
}

impl Key {
    /// Parses `algorithm base64 comment`.
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
        let blob = words.next().and_then(|word| STANDARD.decode(word).ok()).ok_or(BadKey::Damaged)?;
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
        let key = PublicKey::from_bytes(&self.blob).map_err(|_| BadKey::Damaged)?;
        let algorithm = key.algorithm();
        if algorithm.as_str() != self.algorithm {
            return Err(if ALGORITHMS.contains(&algorithm.as_str()) { BadKey::Mixed } else { BadKey::Damaged });
        }
        // Its own size is a multiple of eight bits.
        let modulus = key.key_data().rsa().and_then(|key| key.n().as_positive_bytes());
        let bits = modulus.map(|bytes| bytes.len() * 8 - bytes.first().map_or(0, |byte| byte.leading_zeros() as usize));
        if bits.is_some_and(|bits| bits < RSA_BITS_MIN) { Err(BadKey::Weak) } else { Ok(()) }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.algorithm, self.fingerprint())
    }
}

/// Returns the fingerprint of any key, by its blob.
pub fn fingerprint(blob: &[u8]) -> String {
    format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(blob)))
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
    fn what_is_not_a_good_key_has_its_reason() {
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

    proptest::proptest! {
        #[test]
        fn any_line_is_a_key_or_a_reason(text in "[ -~é]{0,80}") {
            if let Ok(key) = Key::read(&text) {
                proptest::prop_assert!(ALGORITHMS.contains(&key.algorithm));
            }
        }

        #[test]
        fn a_key_of_any_bytes_is_read_and_with_one_byte_changed_is_another(
            bytes in proptest::array::uniform32(0_u8..),
            at in 0..32_usize,
        ) {
            let line = |bytes: &[u8; 32]| {
                let mut blob = b"\0\0\0\x0bssh-ed25519\0\0\0\x20".to_vec();
                blob.extend(bytes);
                format!("ssh-ed25519 {} x", STANDARD.encode(&blob))
            };
            let key = Key::read(&line(&bytes)).unwrap();
            let mut changed = bytes;
            changed[at] ^= 1;
            let other = Key::read(&line(&changed)).unwrap();
            proptest::prop_assert_ne!(&key.blob, &other.blob);
            proptest::prop_assert_ne!(key.fingerprint(), other.fingerprint());
        }

        #[test]
        fn a_key_that_is_cut_or_followed_by_bytes_is_damaged(length in 0..51_usize, more in 1..9_usize) {
            let key = Key::read(ED25519).unwrap();
            let line = |blob: &[u8]| format!("ssh-ed25519 {}", STANDARD.encode(blob));
            proptest::prop_assert_eq!(Key::read(&line(&key.blob[..length])), Err(BadKey::Damaged));
            let longer = [key.blob.as_slice(), &vec![0; more]].concat();
            proptest::prop_assert_eq!(Key::read(&line(&longer)), Err(BadKey::Damaged));
        }
    }

    #[test]
    fn an_rsa_key_is_measured_by_its_first_bit() {
        for (bytes, first, expected) in
            [(256, 0x80, Ok(())), (256, 0x40, Err(BadKey::Weak)), (255, 0xff, Err(BadKey::Weak)), (384, 0x80, Ok(()))]
        {
            let mut modulus = vec![0x55_u8; bytes];
            modulus[0] = first;
            if first >= 0x80 {
                modulus.insert(0, 0);
            }
            let mut blob = Vec::new();
            for field in [b"ssh-rsa".as_slice(), &[1, 0, 1], &modulus] {
                blob.extend(u32::try_from(field.len()).unwrap().to_be_bytes());
                blob.extend(field);
            }
            let line = format!("ssh-rsa {}", STANDARD.encode(blob));
            assert_eq!(Key::read(&line).map(|_| ()), expected, "{bytes} {first:x}");
        }
    }
}
