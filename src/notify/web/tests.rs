//! The way out against a small server that says what a test wants.

use super::*;
use std::str::FromStr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server that takes one connection, reads one request and does what the test wants with the connection.
async fn server<F, D>(act: F) -> (u16, JoinHandle<String>)
where
    F: FnOnce(TcpStream) -> D + Send + 'static,
    D: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read_request(&mut stream).await;
        act(stream).await;
        request
    });
    (port, served)
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return String::from_utf8(bytes).unwrap();
            }
        }
        // A client that wants to encrypt begins with this byte.
        if stream.read_buf(&mut bytes).await.unwrap() == 0 || bytes[0] == 0x16 {
            return String::from_utf8_lossy(&bytes).into_owned();
        }
    }
}

async fn says(mut stream: TcpStream, answer: &'static str) {
    stream.write_all(answer.as_bytes()).await.ok();
}

fn web(network: Network) -> Web {
    let (clock, _) = Clock::fixed("2026-11-22T08:00:00Z".parse().unwrap());
    Web::new(network, clock, Lang::En)
}

fn request(url: &str) -> Request {
    let request = Request::json(url, &serde_json::json!({ "text": "été" })).with("x-key", "k".to_owned());
    Request { allow_local: true, ..request }
}

fn open_request(url: &str) -> Request {
    Request { allow_local: false, ..request(url) }
}

#[tokio::test]
async fn a_request_goes_out_as_it_is_and_the_answer_comes_back() {
    let answer = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nbusy";
    let (port, served) = server(move |stream| says(stream, answer)).await;
    let answer = web(Network::default()).send(request(&format!("http://u:p%40@127.0.0.1:{port}/a?b=c"))).await.unwrap();
    assert_eq!((answer.status, answer.body.as_str(), answer.header("retry-after")), (429, "busy", Some("7")));
    assert_eq!(answer.at, "2026-11-22T08:00:00Z".parse::<Moment>().unwrap());
    let request = served.await.unwrap();
    assert!(request.starts_with("POST /a?b=c HTTP/1.1\r\n"), "{request}");
    let head = request.to_ascii_lowercase();
    for header in
        ["content-type: application/json", "x-key: k", "user-agent: warroom/", "authorization: basic dtpwqa=="]
    {
        assert!(head.contains(header), "{request}");
    }
    assert!(!head.contains("referer:") && request.ends_with(r#"{"text":"été"}"#), "{request}");
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_nobody_follows_it() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = elsewhere.local_addr().unwrap().port();
    let (from, served) = server(move |mut stream| async move {
        let answer = format!(
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{port}/\r\nContent-Length: 0\r\n\r\n"
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
    })
    .await;
    let answer = web(Network::default()).send(request(&format!("http://127.0.0.1:{from}/"))).await.unwrap();
    let verdict = answer.verdict("x.example", Lang::En);
    assert!(matches!(&verdict, Verdict::Refused { reason } if !reason.contains("127.0.0.1")), "{verdict:?}");
    served.await.unwrap();
    let nobody = std::future::poll_fn(|context| std::task::Poll::Ready(elsewhere.poll_accept(context).is_pending()));
    assert!(nobody.await);
}

#[tokio::test]
async fn an_endless_answer_is_read_to_its_bound() {
    let (port, served) = server(|mut stream| async move {
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await.unwrap();
        let chunk = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
        while stream.write_all(chunk.as_bytes()).await.is_ok() {}
    })
    .await;
    let answer = web(Network::default()).send(request(&format!("http://127.0.0.1:{port}/"))).await.unwrap();
    assert_eq!((answer.status, answer.body.len()), (200, BODY_MOST));
    served.await.unwrap();
}

#[tokio::test]
async fn an_answer_that_breaks_off_counts_by_its_status() {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nok";
    let (port, _served) = server(move |stream| says(stream, cut)).await;
    let answer = web(Network::default()).send(request(&format!("http://127.0.0.1:{port}/"))).await.unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"));
}

#[tokio::test]
async fn failures_on_the_way_are_distinguished() {
    let web = web(Network::default());
    let (closing, _served) = server(|stream| async move { drop(stream) }).await;
    let (babbling, _served) = server(|stream| says(stream, "220 mail.example ESMTP\r\n")).await;
    let (plain, _served) = server(|stream| says(stream, "HTTP/1.1 400 Bad Request\r\n\r\n")).await;
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = free.local_addr().unwrap().port();
    drop(free);
    for (url, reason) in [
        (format!("http://127.0.0.1:{closing}/"), Unreached::Unanswered),
        (format!("http://127.0.0.1:{babbling}/"), Unreached::Unanswered),
        (format!("http://127.0.0.1:{closed}/"), Unreached::Unconnected),
        // Whoever speaks no TLS there has not got the message.
        (format!("https://127.0.0.1:{plain}/"), Unreached::Unconnected),
        ("no address".to_owned(), Unreached::Unusable),
    ] {
        assert_eq!(web.send(request(&url)).await, Err(reason), "{url}");
        let maybe = matches!(reason.verdict("x", Lang::En), Verdict::Later { maybe_sent: true, .. });
        assert_eq!(maybe, reason == Unreached::Unanswered);
    }
}

#[tokio::test]
async fn nothing_local_is_reached_unless_it_is_allowed() {
    let web = web(Network::default());
    for url in [
        "https://127.0.0.1/",
        "https://169.254.169.254/latest",
        "https://0x7f000001/",
        "https://017700000001/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
    ] {
        assert_eq!(web.send(open_request(url)).await, Err(Unreached::Forbidden), "{url}");
    }
    assert_eq!(web.send(open_request("http://x.example.org/")).await, Err(Unreached::Plain));
    // A name that leads home is refused where it is looked up, but for the proxy's.
    let found = OpenNet { proxy_host: None }.resolve(Name::from_str("localhost").unwrap()).await;
    assert!(found.is_err_and(|error| error.is::<LeadsHome>()));
    let proxy = OpenNet { proxy_host: Some("localhost".to_owned()) };
    assert!(proxy.resolve(Name::from_str("LOCALHOST").unwrap()).await.is_ok());
}

#[tokio::test]
async fn a_proxy_is_used_but_for_what_is_excepted() {
    let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    let through = |port: u16, no_proxy: Option<&str>| {
        web(Network {
            proxy: Some(format!("http://user:pass@127.0.0.1:{port}").into()),
            no_proxy: no_proxy.map(str::to_owned),
            ca: None,
        })
    };
    let (proxy, served) = server(move |stream| says(stream, ok)).await;
    through(proxy, None).send(request("http://chat.invalid/hook")).await.unwrap();
    let asked = served.await.unwrap();
    assert!(asked.starts_with("POST http://chat.invalid/hook HTTP/1.1\r\n"), "{asked}");
    assert!(asked.to_ascii_lowercase().contains("proxy-authorization: basic "), "{asked}");

    // The open net through a proxy that is local: the proxy is asked for a tunnel, and it looks the name up.
    let refuses = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    let (proxy, served) = server(move |stream| says(stream, refuses)).await;
    let error = through(proxy, None).send(open_request("https://chat.invalid/hook")).await;
    assert_eq!(error, Err(Unreached::Unconnected));
    let asked = served.await.unwrap();
    assert!(asked.starts_with("CONNECT chat.invalid:443 HTTP/1.1\r\n") && !asked.contains("hook"), "{asked}");

    let (direct, served) = server(move |stream| says(stream, ok)).await;
    let web = through(1, Some("other.example, 127.0.0.0/8"));
    web.send(request(&format!("http://127.0.0.1:{direct}/hook"))).await.unwrap();
    assert!(served.await.unwrap().starts_with("POST /hook HTTP/1.1\r\n"));
}

#[tokio::test]
async fn a_network_that_cannot_work_is_reported_and_nothing_is_sent() {
    for network in [
        Network { ca: Some(b"no certificate".to_vec()), ..Network::default() },
        Network { proxy: Some("no proxy".to_owned().into()), ..Network::default() },
    ] {
        assert_eq!(web(network).send(request("http://127.0.0.1:1/")).await, Err(Unreached::Unusable));
    }
}

#[test]
fn no_debug_shows_an_address() {
    let request = request("https://user:pass@x.example.org/SECRET?token=SECRET");
    assert_eq!(format!("{request:?}"), "POST x.example.org (16 bytes)");
    let web = web(Network { proxy: Some("http://user:SECRET@x".to_owned().into()), ..Network::default() });
    assert!(!format!("{web:?}").contains("SECRET"));
}

const NOW: &str = "2026-11-22T08:00:00Z";

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let headers = headers.iter().filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)));
    Answer { status, at: NOW.parse().unwrap(), headers: headers.collect(), body: body.to_owned() }
}

#[test]
fn a_target_is_left_alone_as_long_as_it_asks() {
    let later = "Sun, 22 Nov 2026 08:01:30 GMT";
    for (headers, body, millis) in [
        (vec![("retry-after", "7")], "", Some(7_000)),
        (vec![("retry-after", " 0.75 ")], "", Some(750)),
        (vec![("retry-after", later)], "", Some(90_000)),
        (vec![("retry-after", "Sunday, 22-Nov-26 08:01:30 GMT")], "", Some(90_000)),
        (vec![("retry-after", "Sun Nov 22 08:01:30 2026")], "", Some(90_000)),
        (vec![("retry-after", later), ("date", "Sun, 22 Nov 2026 08:01:20 GMT")], "", Some(10_000)),
        (vec![("retry-after", "Sun, 22 Nov 2026 07:00:00 GMT")], "", Some(0)),
        (vec![], r#"{"retry_after": 64.57, "global": false}"#, Some(64_570)),
        (vec![], r#"{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 2500}"#, Some(2_500)),
        (vec![("retry-after", "3")], r#"{"retry_after_ms": 2500}"#, Some(3_000)),
        (vec![("x-ratelimit-reset-after", "1.5")], "", Some(1_500)),
        (vec![("retry-after", "-5")], "", Some(0)),
        (vec![("retry-after", "1e300")], "", Some(24 * 3_600_000)),
        (vec![("retry-after", "NaN")], "", None),
        (vec![("retry-after", "soon")], "[]", None),
        (vec![], "<html>", None),
    ] {
        let waits = answer(429, &headers, body).retry_after();
        assert_eq!(waits, millis.map(Duration::from_millis), "{headers:?} {body}");
    }
}

#[test]
fn a_status_is_a_verdict_and_its_reason_names_the_host_alone() {
    let verdict = |status| answer(status, &[], "SECRET").verdict("chat.example", Lang::En);
    assert_eq!(verdict(200), Verdict::Delivered);
    assert_eq!(verdict(202), Verdict::Delivered);
    for (status, maybe) in [(429, false), (500, true), (502, true), (503, false), (504, true)] {
        let Verdict::Later { maybe_sent, reason, .. } = verdict(status) else { panic!("{status}") };
        assert_eq!(maybe_sent, maybe, "{status}");
        assert!(reason.contains("chat.example") && reason.contains(&status.to_string()), "{reason}");
    }
    for status in [301, 302, 307, 400, 401, 403, 404, 410, 413, 418] {
        let Verdict::Refused { reason } = verdict(status) else { panic!("{status}") };
        assert!(reason.contains("chat.example") && !reason.contains("SECRET"), "{reason}");
    }
    let portal = answer(200, &[("content-type", "text/html; charset=utf-8")], "<!doctype html>");
    assert!(matches!(portal.verdict("chat.example", Lang::Fr), Verdict::Refused { .. }));
}

proptest::proptest! {
    #[test]
    fn whatever_is_answered_is_judged(status in 100u16..1000, header in ".{0,40}", body in ".{0,80}") {
        let answer = answer(status, &[("retry-after", &header)], &body);
        let _ = answer.verdict("chat.example", Lang::Fr);
    }
}
