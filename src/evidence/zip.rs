//! The frame of a bundle: as much of the ZIP format as a handful of named files needs, and nothing else of it.
//!
//! ```text
//!   [local header, name, data] × files   [directory: one entry a file]   [end: 22 bytes]
//! ```
//!
//! A bundle may be hostile: its directory is bounded before it is read, only expected names are looked up, and files are
//! inflated as streams. Duplicate names, overlapping files and extra data, which a general reader tolerates, are
//! rejected: another program that checks the bundle must see the same files.

use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    #[error("no ZIP file")]
    NotZip,
    #[error("cut short")]
    CutShort,
    #[error("more than {MOST} files")]
    TooMany,
    /// Unexpected bytes between the parts.
    #[error("not laid out as a bundle is")]
    Layout,
    #[error("encrypted: {0}")]
    Encrypted(String),
    #[error("packed in a way that is not known: {0}")]
    Method(String),
    /// Its name leads out of the folder.
    #[error("leads outside: {0}")]
    Outside(String),
    /// A link, a folder or a device.
    #[error("no plain file: {0}")]
    Special(String),
    #[error("there twice: {0}")]
    Doubled(String),
    #[error("its length is wrong: {0}")]
    Length(String),
    #[error("its checksum is wrong: {0}")]
    Checksum(String),
}

/// No bundle has more files.
const MOST: u16 = 16;
const DIRECTORY_MAX: u32 = 64 << 10;
const NAME_MAX: usize = 255;

const LOCAL: u32 = 0x0403_4b50;
const ENTRY: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const LOCAL_LEN: usize = 30;
const ENTRY_LEN: usize = 46;
const END_LEN: usize = 22;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const AES: u16 = 99;
/// The format's first day: two bundles of one log have the same bytes.
const DATE: u16 = 1 << 5 | 1;
const VERSION: u16 = 20;
const UNIX: u16 = 3 << 8;
const PLAIN_FILE: u32 = 0o100_644;

/// Writes a ZIP file, the same bytes for the same files.
pub struct Writer<W> {
    out: W,
    at: u32,
    directory: Vec<u8>,
    files: u16,
}

impl<W: Write + Seek> Writer<W> {
    pub fn new(out: W) -> Self {
        Self { out, at: 0, directory: Vec::new(), files: 0 }
    }

    pub fn add(&mut self, name: &str, content: &mut dyn Read) -> io::Result<u64> {
        let start = self.at;
        let header = [0; LOCAL_LEN];
        self.out.write_all(&header)?;
        self.out.write_all(name.as_bytes())?;
        let mut crc = Crc::new();
        let mut length = 0u64;
        let mut encoder = DeflateEncoder::new(&mut self.out, Compression::new(6));
        let mut buffer = vec![0; 64 << 10];
        loop {
            let read = content.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            crc.update(&buffer[..read]);
            length += read as u64;
            encoder.write_all(&buffer[..read])?;
        }
        encoder.try_finish()?;
        let packed = encoder.total_out();
        drop(encoder);
        let end = u64::from(start) + (LOCAL_LEN + name.len()) as u64 + packed;
        let (Ok(end), Ok(packed), Ok(unpacked)) = (u32::try_from(end), u32::try_from(packed), u32::try_from(length))
        else {
            return Err(io::ErrorKind::FileTooLarge.into());
        };
        let mut shared = Vec::new();
        for word in [VERSION, 0, DEFLATED, 0, DATE] {
            shared.extend(word.to_le_bytes());
        }
        for long in [crc.sum(), packed, unpacked] {
            shared.extend(long.to_le_bytes());
        }
        let name_len = u16::try_from(name.len()).map_err(|_| io::ErrorKind::InvalidFilename)?;
        shared.extend(name_len.to_le_bytes());
        shared.extend([0, 0]);
        self.out.seek(SeekFrom::Start(start.into()))?;
        self.out.write_all(&LOCAL.to_le_bytes())?;
        self.out.write_all(&shared)?;
        self.out.seek(SeekFrom::Start(end.into()))?;

        self.directory.extend(ENTRY.to_le_bytes());
        self.directory.extend((UNIX | VERSION).to_le_bytes());
        self.directory.extend(&shared);
        // No comment, the first disk, no attributes of its own.
        self.directory.extend([0; 6]);
        self.directory.extend((PLAIN_FILE << 16).to_le_bytes());
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.at = end;
        self.files += 1;
        Ok(length)
    }

    pub fn finish(mut self) -> io::Result<W> {
        let len = u32::try_from(self.directory.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        self.out.write_all(&self.directory)?;
        self.out.write_all(&END.to_le_bytes())?;
        for word in [0, 0, self.files, self.files] {
            self.out.write_all(&word.to_le_bytes())?;
        }
        for long in [len, self.at] {
            self.out.write_all(&long.to_le_bytes())?;
        }
        self.out.write_all(&[0, 0])?;
        self.out.flush()?;
        Ok(self.out)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// The claimed length.
    pub length: u32,
    packed: u32,
    method: u16,
    crc: u32,
    header: u32,
}

/// A ZIP file whose directory was read and found sound.
#[derive(Clone, Debug)]
pub struct Archive {
    file: Arc<File>,
    entries: Vec<Entry>,
}

/// Whether a file that begins so may be a ZIP file.
pub fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(&LOCAL.to_le_bytes()) || bytes.starts_with(&END.to_le_bytes())
}

impl Archive {
    /// Reads the directory, in a bounded piece of memory whatever the file says.
    pub fn open(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        let mut first = [0; 4];
        let some = length.min(4) as usize;
        file.read_exact_at(&mut first[..some], 0)?;
        if !begins(&first) {
            return Err(bad(ZipError::NotZip));
        }
        let Some(end_at) = length.checked_sub(END_LEN as u64) else { return Err(bad(ZipError::CutShort)) };
        let mut end = [0; END_LEN];
        file.read_exact_at(&mut end, end_at)?;
        if long(&end, 0) != END {
            return Err(bad(ZipError::CutShort));
        }
        let [this_disk, its_disk, here, files] = [4, 6, 8, 10].map(|at| word(&end, at));
        let (len, at, comment) = (long(&end, 12), long(&end, 16), word(&end, 20));
        if here > MOST || files > MOST {
            return Err(bad(ZipError::TooMany));
        }
        let fits = u64::from(at) + u64::from(len) == end_at && len <= DIRECTORY_MAX;
        if (this_disk, its_disk, comment) != (0, 0, 0) || here != files || !fits {
            return Err(bad(ZipError::Layout));
        }
        let mut directory = vec![0; len as usize];
        file.read_exact_at(&mut directory, at.into())?;
        let mut rest = &directory[..];
        let mut entries = Vec::new();
        for _ in 0..files {
            let entry = Entry::take(&mut rest).unwrap_or(Err(ZipError::Layout)).map_err(bad)?;
            if entries.iter().any(|other: &Entry| other.name == entry.name) {
                return Err(bad(ZipError::Doubled(entry.name)));
            }
            entries.push(entry);
        }
        if !rest.is_empty() {
            return Err(bad(ZipError::Layout));
        }
        let archive = Self { file: Arc::new(file), entries };
        archive.check_places(at)?;
        Ok(archive)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn read(&self, entry: &Entry) -> io::Result<Unpacked> {
        let at = self.data_of(entry)?;
        let packed = Piece { file: Arc::clone(&self.file), at, left: entry.packed.into() };
        let bytes = if entry.method == DEFLATED {
            Bytes::Deflated(Box::new(DeflateDecoder::new(BufReader::with_capacity(64 << 10, packed))))
        } else {
            Bytes::Stored(packed)
        };
        Ok(Unpacked { bytes, entry: entry.clone(), left: entry.length.into(), crc: Crc::new() })
    }

    /// Checks that the files follow each other from the first byte to the directory.
    fn check_places(&self, directory: u32) -> io::Result<()> {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort_by_key(|entry| entry.header);
        let mut free = 0;
        for entry in entries {
            // Some programs write a length after the data, between two files.
            let gap = u64::from(entry.header).checked_sub(free).ok_or_else(|| bad(ZipError::Layout))?;
            if gap > 16 {
                return Err(bad(ZipError::Layout));
            }
            free = self.data_of(entry)? + u64::from(entry.packed);
        }
        let rest = u64::from(directory).checked_sub(free);
        if rest.is_some_and(|rest| rest <= 16) { Ok(()) } else { Err(bad(ZipError::Layout)) }
    }

    /// Returns the start of a file's bytes; its own header must match the directory.
    fn data_of(&self, entry: &Entry) -> io::Result<u64> {
        let layout = || bad(ZipError::Layout);
        let mut header = [0; LOCAL_LEN];
        self.file.read_exact_at(&mut header, entry.header.into()).map_err(|_| layout())?;
        let [flags, method, name_len, extra_len] = [6, 8, 26, 28].map(|at| word(&header, at));
        let name_len = usize::from(name_len);
        let name_at = u64::from(entry.header) + LOCAL_LEN as u64;
        let mut name = vec![0; name_len.min(NAME_MAX)];
        let mut extra = vec![0; extra_len.into()];
        if long(&header, 0) != LOCAL {
            return Err(layout());
        }
        self.file.read_exact_at(&mut name, name_at).map_err(|_| layout())?;
        if flags & ENCRYPTED != 0 {
            return Err(bad(ZipError::Encrypted(entry.name.clone())));
        }
        if method != entry.method || name_len > NAME_MAX || name != entry.name.as_bytes() {
            return Err(layout());
        }
        let extra_at = name_at + name_len as u64;
        self.file.read_exact_at(&mut extra, extra_at).map_err(|_| layout())?;
        if renames(&extra) {
            return Err(layout());
        }
        Ok(extra_at + extra.len() as u64)
    }
}

/// Flags of an entry: encrypted, strongly encrypted, its directory encrypted.
const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;

/// A field beside an entry that gives it its name once more, in UTF-8.
const UNICODE_NAME: u16 = 0x7075;

/// Little-endian numbers, at a place that is known to be there.
fn word(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from(word(bytes, at)) | u32::from(word(bytes, at + 2)) << 16
}

fn take<'a>(bytes: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    Some(taken)
}

impl Entry {
    /// Takes an entry off the directory; `None` if that ends within it.
    fn take(directory: &mut &[u8]) -> Option<Result<Self, ZipError>> {
        let fixed = take(directory, ENTRY_LEN)?;
        if long(fixed, 0) != ENTRY {
            return None;
        }
        let [made_by, flags, method, name_len, extra_len, comment_len] =
            [4, 8, 10, 28, 30, 32].map(|at| word(fixed, at));
        let [crc, packed, length, attributes, header] = [16, 20, 24, 38, 42].map(|at| long(fixed, at));
        let name = take(directory, name_len.into())?;
        let (extra, _) = (take(directory, extra_len.into())?, take(directory, comment_len.into())?);
        let shown = String::from_utf8_lossy(&name[..name.len().min(NAME_MAX)]).into_owned();
        let mode = attributes >> 28;
        Some(Err(if leads_outside(name) {
            ZipError::Outside(shown)
        } else if name.ends_with(b"/") || (made_by >> 8 == 3 && mode != 0 && mode != PLAIN_FILE >> 12) {
            ZipError::Special(shown)
        } else if flags & ENCRYPTED != 0 || method == AES {
            ZipError::Encrypted(shown)
        } else if method != STORED && method != DEFLATED {
            ZipError::Method(shown)
        } else if packed == u32::MAX || length == u32::MAX || (method == STORED && packed != length) {
            ZipError::Length(shown)
        } else if name.len() > NAME_MAX || renames(extra) {
            ZipError::Layout
        } else {
            return Some(Ok(Self { name: shown, length, packed, method, crc, header }));
        }))
    }
}

/// Whether an extra field gives a file another name for some programs (Info-ZIP's field 0x7075), or is malformed.
fn renames(mut extra: &[u8]) -> bool {
    while !extra.is_empty() {
        let Some(head) = take(&mut extra, 4) else { return true };
        if word(head, 0) == UNICODE_NAME || take(&mut extra, word(head, 2).into()).is_none() {
            return true;
        }
    }
    false
}

/// Whether a name leads outside the folder, on any system.
fn leads_outside(name: &[u8]) -> bool {
    let is_drive = matches!(name, [letter, b':', ..] if letter.is_ascii_alphabetic());
    let climbs = name.split(|b| matches!(b, b'/' | b'\\')).any(|part| part == b"..");
    name.is_empty() || is_drive || climbs || matches!(name[0], b'/' | b'\\')
}

struct Piece {
    file: Arc<File>,
    at: u64,
    left: u64,
}

impl Read for Piece {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.file.read_at(&mut buffer[..most], self.at)?;
        self.at += read as u64;
        self.left -= read as u64;
        Ok(read)
    }
}

enum Bytes {
    Stored(Piece),
    Deflated(Box<DeflateDecoder<BufReader<Piece>>>),
}

/// The bytes of one file of a ZIP file.
pub struct Unpacked {
    bytes: Bytes,
    entry: Entry,
    left: u64,
    crc: Crc,
}

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.bytes {
            Bytes::Stored(piece) => piece.read(buffer),
            Bytes::Deflated(unpacker) => unpacker.read(buffer),
        };
        let read = match read {
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) => {
                return Err(bad(ZipError::Checksum(self.entry.name.clone())));
            }
            read => read?,
        };
        self.crc.update(&buffer[..read]);
        match self.left.checked_sub(read as u64) {
            Some(left) if read > 0 || left == 0 => self.left = left,
            // The data is longer or shorter than the entry says.
            _ => return Err(bad(ZipError::Length(self.entry.name.clone()))),
        }
        if read == 0 && self.crc.sum() != self.entry.crc {
            return Err(bad(ZipError::Checksum(self.entry.name.clone())));
        }
        match &self.bytes {
            // Deflate marks its own end.
            Bytes::Deflated(unpacker) if read == 0 && unpacker.total_in() != u64::from(self.entry.packed) => {
                Err(bad(ZipError::Length(self.entry.name.clone())))
            }
            _ => Ok(read),
        }
    }
}

fn bad(fault: ZipError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, fault)
}

pub fn fault(error: &io::Error) -> Option<&ZipError> {
    error.get_ref()?.downcast_ref()
}
