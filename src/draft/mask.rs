//! What those outside must not read in texts that were written inside: people, machines and their addresses.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// What stands where something was hidden.
pub const HIDDEN: &str = "[…]";

/// How the names of machines begin, in most houses.
const MACHINES: [&str; 27] = [
    "ad", "app", "bdd", "dc", "db", "dns", "esx", "esxi", "fs", "fw", "host", "lb", "nas", "node", "pc",
    "proxy", "rtr", "san", "serv", "server", "sql", "srv", "sw", "svr", "vm", "vpn", "web",
];
/// Those of them that nobody begins an ordinary compound with.
const MACHINES_ALONE: [&str; 11] = ["bdd", "dc", "esx", "esxi", "fw", "rtr", "srv", "svr", "sw", "vm", "nas"];

/// Accounts that are words: “the root cause” names nobody.
const NOBODY: [&str; 8] = ["root", "admin", "administrator", "user", "guest", "system", "test", "warroom"];
/// What parts words as a space does: “l'hôte”, “(srv1”.
const APART: [char; 5] = ['\'', '’', '(', '"', '«'];
/// What stands inside of an address, or else between two words.
const BETWEEN: [char; 6] = ['/', ',', ':', '+', ';', '='];

/// Hides people's names and what looks like a machine or its address. What it hid is noted once each.
#[derive(Debug, Default)]
pub struct Mask {
    /// Lower case, the longest first.
    names: Vec<String>,
    pub hidden: Vec<String>,
}

impl Mask {
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Vec::new();
        for name in names {
            let name = name.to_lowercase();
            // “jean.dupont” is called Jean, or Dupont, in a text.
            let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() > 2);
            all.extend(parts.filter(|part| *part != name).map(str::to_owned).collect::<Vec<_>>());
            all.push(name);
        }
        all.retain(|name| name.chars().count() > 1 && !NOBODY.contains(&name.as_str()));
        all.sort_by_key(|name| std::cmp::Reverse(name.len()));
        all.dedup();
        Self { names: all, hidden: Vec::new() }
    }

    /// The text as it may be read outside.
    pub fn apply(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in text.split_inclusive(|c: char| c.is_whitespace() || APART.contains(&c)) {
            self.word(word, &mut out);
        }
        out
    }

    /// A word between spaces, with the signs around it.
    fn word(&mut self, word: &str, out: &mut String) {
        let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '\\' | '@' | '/' | ':'));
        let start = word.len() - word.trim_start_matches(is_sign).len();
        let bare = word[start..].trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = start + bare.len();
        if is_machine(bare) {
            self.hide(bare);
            out.extend([&word[..start], HIDDEN, &word[end..]]);
        } else if word.trim_end_matches(BETWEEN).contains(BETWEEN) {
            for part in word.split_inclusive(BETWEEN) {
                self.word(part, out);
            }
        } else {
            self.names(word, out);
        }
    }

    /// A word that is no machine, without the names of people in it.
    fn names(&mut self, word: &str, out: &mut String) {
        let mut rest = word;
        'word: while !rest.is_empty() {
            // A name begins where no letter stands before it.
            let is_begin = !word[..word.len() - rest.len()].ends_with(char::is_alphanumeric);
            if is_begin {
                for name in &self.names {
                    if let Some(length) = begins_with(rest, name) {
                        let found = rest[..length].to_owned();
                        if out.ends_with('@') {
                            out.pop();
                        }
                        out.push_str(HIDDEN);
                        rest = &rest[length..];
                        self.hide(&found);
                        continue 'word;
                    }
                }
            }
            let first = rest.chars().next().map_or(0, char::len_utf8);
            out.push_str(&rest[..first]);
            rest = &rest[first..];
        }
    }

    fn hide(&mut self, what: &str) {
        if !self.hidden.iter().any(|known| known == what) {
            self.hidden.push(what.to_owned());
        }
    }
}

/// How many bytes of `text` are `name`, in whatever case, and no part of a longer word.
fn begins_with(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars();
    let mut length = 0;
    for c in text.chars() {
        if wanted.as_str().is_empty() {
            break;
        }
        for lower in c.to_lowercase() {
            if wanted.next() != Some(lower) {
                return None;
            }
        }
        length += c.len_utf8();
    }
    let is_whole = wanted.as_str().is_empty() && !text[length..].starts_with(char::is_alphanumeric);
    is_whole.then_some(length)
}

/// An address, a host name, a mail address, a path on a server.
fn is_machine(word: &str) -> bool {
    is_address(word) || is_share(word) || is_mail(word) || is_domain(word) || is_host(word)
}

/// `10.0.0.7`, `10.0.0.0/24`, `10.0.0.7:8443`, `fe80::1`, `[::1]:80`, `00:1a:2b:3c:4d:5e`.
fn is_address(word: &str) -> bool {
    let plain = word.rsplit_once('/').map_or(word, |(address, bits)| {
        if bits.bytes().all(|b| b.is_ascii_digit()) { address } else { word }
    });
    let without_port = plain.rsplit_once(':').map_or(plain, |(address, _)| address);
    let is_mac = || {
        let parts: Vec<_> = word.split([':', '-']).collect();
        parts.len() == 6 && parts.iter().all(|part| part.len() == 2 && u8::from_str_radix(part, 16).is_ok())
    };
    // “::” alone is a sign, no address.
    let is_v6 = |text: &str| {
        text.contains(|c: char| c.is_ascii_hexdigit())
            && Ipv6Addr::from_str(text.trim_matches(['[', ']'])).is_ok()
    };
    IpAddr::from_str(plain).is_ok_and(|it| it.is_ipv4())
        || IpAddr::from_str(without_port).is_ok_and(|it| it.is_ipv4())
        || is_v6(plain)
        || is_v6(without_port.trim_end_matches(']'))
        || is_mac()
}

/// `\\server\share`, `CORP\jdupont`.
fn is_share(word: &str) -> bool {
    let rest = word.trim_start_matches('\\');
    rest.starts_with(char::is_alphanumeric) && word.contains('\\')
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(who, whose)| !who.is_empty() && is_domain(whose))
}

/// `db.corp.local`, `https://intranet.example.com:8443/status`.
fn is_domain(word: &str) -> bool {
    let (is_url, host) = match word.split_once("://") {
        Some((_, rest)) => (true, rest),
        None => (false, word),
    };
    let host = host.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let labels: Vec<_> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            && label.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    let is_top = |label: &str| {
        let is_of = |is: fn(&u8) -> bool| label.bytes().all(|b| is(&b));
        label.len() > 1 && (is_of(u8::is_ascii_lowercase) || is_of(u8::is_ascii_uppercase))
    };
    // “p.ex.” is no place.
    let is_short = labels.iter().all(|label| label.len() < 3);
    (is_url && labels.iter().all(is_label))
        || (labels.len() > 1
            && !is_short
            && labels.iter().all(is_label)
            && labels.last().is_some_and(|top| is_top(top)))
}

/// `srv-db01`, `DC2`, `web-prod-3`, `srv-paris`.
fn is_host(word: &str) -> bool {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
        return false;
    }
    let word = word.to_ascii_lowercase();
    let ends_in_number = word.ends_with(|c: char| c.is_ascii_digit());
    let first = word.find(|c: char| !c.is_ascii_lowercase()).map_or(word.as_str(), |end| &word[..end]);
    let has_hyphen = word.contains(['-', '_']);
    let is_known = MACHINES.iter().any(|known| {
        let rest = first.strip_prefix(known);
        rest.is_some_and(|rest| rest.is_empty() || MACHINES.contains(&rest) || MACHINES_ALONE.contains(known))
    });
    let is_alone = MACHINES_ALONE.contains(&first) && has_hyphen;
    is_alone || (is_known && ends_in_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(text: &str) -> (String, Vec<String>) {
        let mut mask = Mask::new(["alice", "jean.dupont", "zoé", "x", "root", "db.admin"].into_iter());
        (mask.apply(text), mask.hidden)
    }

    #[test]
    fn people_and_machines_are_hidden() {
        let cases = [
            ("Alice redémarre, @zoé aussi.", "[…] redémarre, […] aussi."),
            ("vu avec Jean Dupont (DSI)", "vu avec […] […] (DSI)"),
            ("jean.dupont l'a dit", "[…] l'a dit"),
            ("l'avis d'Alice", "l'avis d'[…]"),
            ("10.0.0.7, 10.0.0.0/24 et 10.0.0.7:8443.", "[…], […] et […]."),
            ("par fe80::1 ou ::1 ou [2001:db8::2]:443", "par […] ou […] ou […]"),
            ("carte 00:1a:2b:3c:4d:5e", "carte […]"),
            ("d'srv-db01 vers srv-db02/srv-db03, hôte:srv1,srv2", "d'[…] vers […]/[…], hôte:[…],[…]"),
            ("la base (srv-db01) et DC2, web-prod-3", "la base ([…]) et […], […]"),
            ("srv-paris SRVDB02 vm_test esxi3", "[…] […] […] […]"),
            ("https://intranet.example.com:8443/a?b=c !", "[…] !"),
            ("https://intranet/status", "[…]"),
            ("db.corp.local; alice@example.com", "[…]; […]"),
            (r"CORP\jdupont sur SRV1.CORP.LOCAL", "[…] sur […]"),
            (r"le partage \\files01\compta", "le partage […]"),
        ];
        for (text, expected) in cases {
            let shown = mask(text).0;
            // A closing bracket that belonged to an address may stay.
            assert_eq!(shown.replace("[[…]", "[…]"), expected, "{text}");
        }
    }

    #[test]
    fn ordinary_words_stay() {
        for text in [
            "La messagerie est arrêtée depuis 03:41, soit 1h30.",
            "Retour prévu entre 12:40 et 15:25 ; SEV1, Covid-19, Windows 11, Office365, M365, H24, 24/7",
            "Web-to-print, app-store, ad-hoc, aujourd'hui, c'est-à-dire, e.g. 3.5 To, v2.1, etc. A.B.",
            "malicence et alicette ne sont personne ; zoéline non plus",
            "The root cause is known, p.ex. the admin's password",
            "a :: b 日本 👩‍💻 – « guillemets »",
            "3ème étage, 12:30:15, 22/11/2026, 100%",
        ] {
            assert_eq!(mask(text), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn what_was_hidden_is_told_once() {
        assert_eq!(mask("Alice, alice, 10.0.0.7 et 10.0.0.7").1, ["Alice", "alice", "10.0.0.7"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_masked(text in ".{0,60}", dense in "[a-z0-9.:@/\\-\\\\\\[\\] Éİ]{0,40}") {
            mask(&text);
            let (shown, hidden) = mask(&dense);
            proptest::prop_assert_eq!(hidden.is_empty(), shown == dense);
        }
    }
}
