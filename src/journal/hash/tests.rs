use proptest::prelude::*;

use super::*;

#[test]
fn the_digits_are_those_of_every_other_program() {
    // The SHA-256 of nothing and of `abc`, from the standard.
    let cases = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ];
    for (text, digits) in cases {
        let hash = Hash::of(text.as_bytes());
        assert_eq!(hash.to_string(), digits);
        assert_eq!(digits.parse(), Ok(hash));
        let mut pushed = Vec::new();
        hash.push_hex(&mut pushed);
        assert_eq!(pushed, digits.as_bytes());
        assert_eq!(serde_json::to_string(&hash).unwrap(), format!("\"{digits}\""));
    }
}

#[test]
fn what_is_no_hash_is_refused() {
    let good = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let long = format!("{good}0");
    let wide = good.replacen("ba", "é", 1);
    for bad in
        ["", "0", &good[1..], &long, &good.to_uppercase(), &good.replace('b', "g"), &good.replace('a', " "), &wide]
    {
        assert_eq!(bad.parse::<Hash>(), Err(NoHash), "{bad}");
        let json = serde_json::to_string(bad).unwrap();
        assert!(serde_json::from_str::<Hash>(&json).is_err(), "{bad}");
    }
    assert!(serde_json::from_str::<Hash>("0").is_err());
}

proptest! {
    #[test]
    fn every_hash_is_read_back(bytes: [u8; 32]) {
        let hash = Hash(bytes);
        prop_assert_eq!(hash.to_string().parse(), Ok(hash));
        let mut digits = Vec::new();
        hash.push_hex(&mut digits);
        prop_assert_eq!(Hash::from_hex(&digits), Some(hash));
        prop_assert_eq!(digits.len(), HEX_LEN);
    }

    #[test]
    fn any_text_is_a_hash_or_none(text in "[0-9a-fA-F ]{62,66}") {
        let is_hash = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        prop_assert_eq!(text.parse::<Hash>().is_ok(), is_hash);
    }
}
