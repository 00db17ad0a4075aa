//! ZIP files as one wants them: sound ones, and such as no one makes by accident.

use flate2::{Compression, Crc, read::DeflateDecoder, write::DeflateEncoder};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::os::unix::fs::FileExt;

/// A file, and what its headers say of it.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub content: Vec<u8>,
    /// So many zeros instead of the content.
    pub repeat: u64,
    pub method: u16,
    pub flags: u16,
    pub mode: u32,
    /// What its own header calls it.
    pub local_name: Option<String>,
    /// How long it says to be.
    pub declared: Option<u32>,
    pub crc: Option<u32>,
    /// Its bytes as they are packed.
    pub packed: Option<Vec<u8>>,
    /// What stands behind them, counted as theirs.
    pub behind: Vec<u8>,
    /// What other programs note beside it, in its own header and in the directory.
    pub extra: [Vec<u8>; 2],
}

impl File {
    pub fn new(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            content: content.to_vec(),
            repeat: 0,
            method: 8,
            flags: 0,
            mode: 0o100_644,
            local_name: None,
            declared: None,
            crc: None,
            packed: None,
            behind: Vec::new(),
            extra: Default::default(),
        }
    }

    pub fn mode(self, mode: u32) -> Self {
        Self { mode, ..self }
    }

    /// Packed, with checksum and length.
    fn pack(&self) -> (Vec<u8>, u32, u32) {
        let mut crc = Crc::new();
        let packed = if self.repeat > 0 {
            // Bombs are packed once: deflate repeats the same bytes for each block of zeros.
            zeros(self.repeat)
        } else {
            crc.update(&self.content);
            if self.method == 0 {
                self.content.clone()
            } else {
                let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
                packer.write_all(&self.content).unwrap();
                packer.finish().unwrap()
            }
        };
        let length = if self.repeat > 0 { self.repeat } else { self.content.len() as u64 };
        let declared = self.declared.unwrap_or_else(|| u32::try_from(length).unwrap());
        let packed = [self.packed.clone().unwrap_or(packed), self.behind.clone()].concat();
        (packed, self.crc.unwrap_or_else(|| crc.sum()), declared)
    }
}

/// At least so many zeros, as a deflate stream: one block that ends on a byte, again and again.
fn zeros(length: u64) -> Vec<u8> {
    const BLOCK: u64 = 1 << 22;
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![0; usize::try_from(BLOCK).unwrap()];
    packer.write_all(&zeros).unwrap();
    packer.flush().unwrap();
    let first = packer.get_ref().clone();
    packer.write_all(&zeros).unwrap();
    packer.flush().unwrap();
    let second = packer.get_ref()[first.len()..].to_vec();
    let last = DeflateEncoder::new(Vec::new(), Compression::fast()).finish().unwrap();
    let mut out = first;
    for _ in 1..length.div_ceil(BLOCK) {
        out.extend_from_slice(&second);
    }
    out.extend_from_slice(&last);
    out
}

/// Puts the sums of the others into `SHA256SUMS`; bombs are left with those of their former content.
pub fn sum(files: &mut [File]) {
    let mut sums = String::new();
    for file in files.iter().filter(|file| file.name != "SHA256SUMS") {
        let digest = Sha256::digest(&file.content);
        digest.iter().for_each(|byte| write!(sums, "{byte:02x}").unwrap());
        writeln!(sums, "  {}", file.name).unwrap();
    }
    if let Some(file) = files.iter_mut().find(|file| file.name == "SHA256SUMS") {
        file.content = sums.into_bytes();
    }
}

/// A ZIP file, and where its parts are.
pub struct Zip {
    pub bytes: Vec<u8>,
    /// Name and place of each file's header.
    headers: Vec<(String, u32)>,
    directory: usize,
}

impl Zip {
    pub fn of(files: &[File]) -> Self {
        let (mut bytes, mut directory, mut headers) = (Vec::new(), Vec::new(), Vec::new());
        for file in files {
            let at = u32::try_from(bytes.len()).unwrap();
            let (packed, crc, length) = file.pack();
            let mut shared = Vec::new();
            for word in [20, file.flags, file.method, 0, 33_u16] {
                shared.extend(word.to_le_bytes());
            }
            for long in [crc, u32::try_from(packed.len()).unwrap(), length] {
                shared.extend(long.to_le_bytes());
            }
            let local = file.local_name.as_deref().unwrap_or(&file.name);
            bytes.extend(b"PK\x03\x04");
            bytes.extend(&shared);
            bytes.extend(u16::try_from(local.len()).unwrap().to_le_bytes());
            bytes.extend(u16::try_from(file.extra[0].len()).unwrap().to_le_bytes());
            bytes.extend(local.as_bytes());
            bytes.extend(&file.extra[0]);
            bytes.extend(&packed);

            directory.extend(b"PK\x01\x02");
            directory.extend((0x0300 | 0x14_u16).to_le_bytes());
            directory.extend(&shared);
            directory.extend(u16::try_from(file.name.len()).unwrap().to_le_bytes());
            directory.extend(u16::try_from(file.extra[1].len()).unwrap().to_le_bytes());
            directory.extend([0; 6]);
            directory.extend((file.mode << 16).to_le_bytes());
            directory.extend(at.to_le_bytes());
            directory.extend(file.name.as_bytes());
            directory.extend(&file.extra[1]);
            headers.push((file.name.clone(), at));
        }
        let at = bytes.len();
        bytes.extend(&directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        // A count of 100,000 does not fit, and is cut as careless programs do.
        let count = u16::try_from(files.len() & 0xffff).unwrap();
        bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
        bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        bytes.extend(u32::try_from(at).unwrap().to_le_bytes());
        bytes.extend([0, 0]);
        Self { bytes, headers, directory: at }
    }

    /// Says to hold so many files.
    pub fn claim(&mut self, files: u16) {
        let end = self.bytes.len() - 22;
        self.bytes[end + 8..end + 10].copy_from_slice(&files.to_le_bytes());
        self.bytes[end + 10..end + 12].copy_from_slice(&files.to_le_bytes());
    }

    /// Has the directory say that a file is where another one is.
    pub fn overlap(&mut self, name: &str, other: &str) {
        let place = |name: &str| self.headers.iter().find(|(it, _)| it == name).unwrap().1;
        let (old, new) = (place(name).to_le_bytes(), place(other).to_le_bytes());
        let tail = &mut self.bytes[self.directory..];
        let at = tail.windows(4).position(|bytes| bytes == old).unwrap();
        tail[at..at + 4].copy_from_slice(&new);
    }

    /// Lists the files in another order than they stand in.
    pub fn reverse_directory(&mut self) {
        let end = self.bytes.len() - 22;
        let mut entries: Vec<Vec<u8>> = Vec::new();
        let mut rest = &self.bytes[self.directory..end];
        while !rest.is_empty() {
            let word = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
            let (entry, after) = rest.split_at(46 + word(28) + word(30));
            entries.push(entry.to_vec());
            rest = after;
        }
        entries.reverse();
        let at = self.directory;
        self.bytes[at..end].copy_from_slice(&entries.concat());
    }
}

/// The files of a sound ZIP file, found by their own headers alone.
pub fn read(file: &std::fs::File) -> Vec<File> {
    let mut bytes = vec![0; usize::try_from(file.metadata().unwrap().len()).unwrap()];
    file.read_exact_at(&mut bytes, 0).unwrap();
    let mut files = Vec::new();
    let mut rest = bytes.as_slice();
    while let Some(header) = rest.strip_prefix(b"PK\x03\x04") {
        let long = |at: usize| u32::from_le_bytes(header[at..at + 4].try_into().unwrap()) as usize;
        let (packed, length) = (long(14), long(18));
        let name_len = usize::from(u16::from_le_bytes([header[22], header[23]]));
        let (name, data) = header[26..].split_at(name_len);
        let mut content = Vec::new();
        DeflateDecoder::new(&data[..packed]).read_to_end(&mut content).unwrap();
        assert_eq!(content.len(), length);
        files.push(File::new(str::from_utf8(name).unwrap(), &content));
        rest = &data[packed..];
    }
    assert!(rest.starts_with(b"PK\x01\x02"));
    files
}
