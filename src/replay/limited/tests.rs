use super::*;

/// Gives so many bytes at once.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.1.min(buffer.len());
        self.0.read(&mut buffer[..len])
    }
}

fn limited(bytes: u64, text: &[u8], drop: usize) -> (LimitedReader<Drops<'_>>, ReadLimit) {
    LimitedReader::new(Drops(text, drop), Limit { bytes, ..Limit::default() })
}

#[test]
fn a_text_of_the_limit_is_read_and_one_byte_more_is_not() {
    for drop in [1, 3, 100] {
        for (limit, fits) in [(9, false), (10, true), (11, true), (0, false)] {
            let (mut reader, gate) = limited(limit, b"0123456789", drop);
            let mut read = Vec::new();
            let outcome = reader.read_to_end(&mut read);
            assert_eq!(outcome.is_ok(), fits, "{drop} {limit}");
            assert_eq!(gate.was_too_long(), !fits, "{drop} {limit}");
            assert!(!gate.is_closed());
            assert!(gate.bytes() <= limit && read.len() as u64 == gate.bytes(), "{drop} {limit}: {read:?}");
        }
    }
}

#[test]
fn nothing_at_all_is_within_every_limit() {
    let (mut reader, gate) = limited(0, b"", 1);
    assert_eq!(reader.read_to_end(&mut Vec::new()).unwrap(), 0);
    assert!(!gate.was_too_long());
}

#[test]
fn a_reader_that_is_closed_is_an_error_and_not_an_end() {
    let (mut reader, gate) = limited(100, b"0123456789", 4);
    let mut buffer = [0; 10];
    assert_eq!(reader.read(&mut buffer).unwrap(), 4);
    gate.clone().close();
    assert!(gate.is_closed());
    for _ in 0..2 {
        reader.read(&mut buffer).unwrap_err();
    }
    assert_eq!((gate.bytes(), gate.was_too_long()), (4, false));
}

#[test]
fn what_grows_is_counted_from_where_it_is_read_on() {
    struct Growing(u64);
    impl Read for Growing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let len = buffer.len().min(usize::try_from(self.0).unwrap());
            self.0 -= len as u64;
            Ok(len)
        }
    }
    impl Supply for Growing {
        fn grows(&self) -> bool {
            true
        }

        fn more(&mut self, _: u64) -> io::Result<More> {
            self.0 = 6;
            Ok(More::There)
        }
    }
    let (mut reader, gate) = LimitedReader::new(Growing(8), Limit { bytes: 10, ..Limit::default() });
    assert!(reader.grows());
    reader.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(gate.bytes(), 8);
    // Four of the eight were a line without its end: they are read again, with two more.
    assert!(matches!(reader.more(4), Ok(More::There)));
    reader.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!((gate.bytes(), gate.was_too_long()), (10, false));
    reader.more(5).unwrap();
    reader.read_to_end(&mut Vec::new()).unwrap_err();
    assert!(gate.was_too_long());
}
