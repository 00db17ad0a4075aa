//! Servers that do what no server should: each costs its own messages time, and nothing else.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::certificate::Certificate;
use super::post::Post;
use crate::receiver::{Answer, Receiver};
use crate::stage::Stage;

/// What a server does first, what the update is then, and why; then it takes the update where it gets it again.
const TABLE: &[(&str, Answer, &str, &str)] = &[
    ("fine", Answer::Status(200, ""), "delivered", ""),
    ("endless", Answer::Endless, "delivered", ""),
    ("missing", Answer::Status(404, ""), "failed", "this URL does not exist on"),
    ("denied", Answer::Status(403, ""), "failed", "rejected this URL's key (HTTP 403)"),
    ("odd", Answer::Status(418, ""), "failed", "rejected the message (HTTP 418)"),
    (
        "elsewhere",
        Answer::Status(307, "location: http://169.254.169.254/latest/meta-data/\r\n"),
        "failed",
        "redirects to another URL (HTTP 307), which is not followed",
    ),
    ("back", Answer::Status(302, "location: /stolen\r\n"), "failed", "which is not followed"),
    ("broken", Answer::Status(500, "retry-after: 3600\r\n"), "delayed", "returned an error (500)"),
    ("silent", Answer::Silence, "delayed", "did not respond in time: the message may have been delivered"),
    ("reset", Answer::Reset, "delivered", ""),
    ("seconds", Answer::Status(429, "retry-after: 2\r\n"), "delivered", ""),
    (
        "date",
        Answer::Status(429, "date: Sun, 22 Nov 2026 03:41:58 GMT\r\nretry-after: Sun, 22 Nov 2026 03:42:00 GMT\r\n"),
        "delivered",
        "",
    ),
    ("fraction", Answer::Body(429, r#"{"message": "slower", "retry_after": 2.5}"#), "delivered", ""),
    ("milliseconds", Answer::Body(429, r#"{"errcode": "M_SLOW", "retry_after_ms": 2500}"#), "delivered", ""),
];

#[test]
fn each_server_gets_what_it_asked_for() {
    let receiver = Receiver::new();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut targets: Vec<_> = TABLE.iter().map(|(name, ..)| (*name, receiver.url(name))).collect();
    targets.push(("closed", format!("http://{nobody}/of-nobody-at-all")));
    for (name, answer, ..) in TABLE {
        receiver.answers(name, [answer.clone()]);
    }
    let post = Post::new(&targets);
    let alice = post.stage.screen(&["attach"]);
    alice.sees("Mail down");
    post.publish("Mail is down.");
    for (name, _, state, reason) in TABLE {
        let delivery = post.becomes(name, state);
        assert!(delivery["reason"].as_str().unwrap_or_default().contains(reason), "{name}: {delivery}");
        assert!(!delivery.to_string().contains("169.254"), "{delivery}");
    }
    let delivery = post.becomes("closed", "delayed");
    assert!(delivery["reason"].as_str().unwrap().contains("no connection to 127.0.0.1"), "{delivery}");

    for name in ["seconds", "date", "fraction", "milliseconds"] {
        receiver.got(name, 2);
        let again = post.delivery(name);
        assert_eq!(again["repeat"], false, "{name} answered that it did not accept it: {again}");
    }
    // Whoever breaks off may have taken it all the same.
    assert_eq!(post.delivery("reset")["repeat"], true);
    assert!(receiver.gets("stolen", "nothing", |_| true).is_empty());
    // The room has gone on meanwhile.
    post.stage.done(&["log", "and yet we go on"]);
    alice.sees("and yet we go on");
}

#[test]
fn a_certificate_says_who_it_is() {
    let right = Certificate::of(&["127.0.0.1"]);
    let wrong = Certificate::of(&["hooks.example"]);
    let stage = Stage::new();
    let authorities = stage.path("authorities.pem");
    std::fs::write(&authorities, format!("{}{}", right.authority, wrong.authority)).unwrap();
    let settings = format!("[network]\nca = '{}'\n", authorities.display());
    let targets = [&right, &wrong].map(|certificate| format!("https://{}/of-this-test-alone", serve(certificate)));
    let [right, wrong] = targets;
    let mut post = Post::with(&settings, &[("right", right.clone()), ("wrong", wrong)]);
    post.publish("Mail is down.");
    post.becomes("right", "delivered");
    let delivery = post.becomes("wrong", "delayed");
    assert!(delivery["reason"].as_str().unwrap().contains("is untrusted or belongs to another host"), "{delivery}");

    // Without the authority it is no one's.
    post.set_up("", &[("right", right)]);
    post.publish("Mail is still down.");
    post.becomes("right", "delayed");
}

/// An HTTPS server that takes everything.
fn serve(certificate: &Certificate) -> SocketAddr {
    let chain = CertificateDer::pem_slice_iter(certificate.chain.as_bytes()).map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_slice(certificate.key.as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = Arc::new(versions.with_no_client_auth().with_single_cert(chain, key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream);
            let mut heard = vec![0; 64 * 1024];
            // A message is short: it comes in one piece, after its head or with it.
            let mut end = 0;
            while !heard[..end].ends_with(b"}") {
                match stream.read(&mut heard[end..]) {
                    Ok(read) if read > 0 => end += read,
                    _ => break,
                }
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").ok();
        }
    });
    address
}
