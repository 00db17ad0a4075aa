//! Mail to a real server, whose answers are scripted.

use super::certificate::Certificate;
use super::post::Post;
use super::smtp::{PASSWORD, Smtp, Speech, USER};
use crate::stage::Stage;

/// The settings that trust a test's authority.
fn trusting(stage: &Stage, certificate: &Certificate) -> String {
    let file = stage.path("authority.pem");
    std::fs::write(&file, &certificate.authority).unwrap();
    format!("[network]\nca = '{}'\n", file.display())
}

fn address(smtp: &Smtp, more: &str) -> String {
    let port = smtp.port;
    format!("mailtos://{USER}:{PASSWORD}@127.0.0.1:{port}/?from=warroom@example.org&to=ops@example.org{more}")
}

#[test]
fn mail_goes_out_encrypted_and_answers_mean_what_they_say() {
    let certificate = Certificate::of(&["127.0.0.1"]);
    let stage = Stage::new();
    let Some(smtp) = Smtp::start(&stage, Speech::StartTls, &certificate) else { return };
    let trusting = trusting(&stage, &certificate);
    let mut post = Post::with(&trusting, &[("mail", address(&smtp, ""))]);
    post.hide(PASSWORD);

    // 4xx is tried again, at either step.
    smtp.script("rcpt 450 4.2.0 greylisted");
    smtp.script("data 451 4.7.1 try again later");
    post.publish("La messagerie est coupée.");
    assert_eq!(smtp.next()["answer"], "451 4.7.1 try again later");
    let message = smtp.next();
    assert_eq!(message["answer"], "250 OK");
    assert_eq!(message["secure"], true);
    assert_eq!(message["known"], true);
    assert_eq!(message["from"], "warroom@example.org");
    assert_eq!(message["to"], serde_json::json!(["ops@example.org"]));
    let delivery = post.becomes("mail", "delivered");
    assert_eq!(delivery["repeat"], false, "{delivery}");
    let content = message["content"].as_str().unwrap();
    assert!(content.contains("coup=C3=A9e") || content.contains("base64"), "{content}");
    assert!(content.contains("Content-Type: text/plain; charset=utf-8"), "{content}");
    assert!(content.contains("Auto-Submitted: auto-generated"), "{content}");
    assert!(content.contains(&format!("Message-ID: <{}-", post.incident)), "{content}");

    // 5xx is final, and does not stop what comes next.
    for (script, reason) in [
        ("rcpt 550 5.1.1 no such user", "rejected a recipient (SMTP 550)"),
        ("data 554 5.7.1 spam", "rejected the message (SMTP 554)"),
    ] {
        smtp.script(script);
        post.publish("Nobody reads this.");
        let delivery = post.becomes("mail", "failed");
        assert!(delivery["reason"].as_str().unwrap().contains(reason), "{delivery}");
    }
    post.publish("Mail works again.");
    post.becomes("mail", "delivered");

    // A password that is not theirs.
    let wrong = address(&smtp, "").replace(PASSWORD, "battery-horse-correct");
    post.set_up(&trusting, &[("mail", wrong)]);
    post.publish("Nobody reads this.");
    let delivery = post.becomes("mail", "failed");
    assert!(delivery["reason"].as_str().unwrap().contains("username or password (SMTP 535)"), "{delivery}");
}

#[test]
fn mail_that_may_have_arrived_says_so() {
    let certificate = Certificate::of(&["127.0.0.1"]);
    let stage = Stage::new();
    let Some(smtp) = Smtp::start(&stage, Speech::Tls, &certificate) else { return };
    let post = Post::with(&trusting(&stage, &certificate), &[("mail", address(&smtp, "&mode=ssl"))]);
    smtp.script("data reset");
    post.publish("Mail is down.");
    let (first, second) = (smtp.next(), smtp.next());
    let delivery = post.becomes("mail", "delivered");
    assert_eq!(delivery["repeat"], true, "{delivery}");
    let id = |message: &serde_json::Value| {
        let content = message["content"].as_str().unwrap().to_owned();
        content.lines().find(|line| line.starts_with("Message-ID:")).unwrap().to_owned()
    };
    assert_eq!(id(&first), id(&second), "a mail server may know it again");
    let is_marked =
        |message: &serde_json::Value| message["content"].as_str().unwrap().contains("may have been sent before");
    assert!(!is_marked(&first) && is_marked(&second), "{second}");
}

#[test]
fn mail_is_not_handed_to_just_anybody() {
    let certificate = Certificate::of(&["mail.example"]);
    let stage = Stage::new();
    let Some(another) = Smtp::start(&stage, Speech::StartTls, &certificate) else { return };
    let Some(clear) = Smtp::start(&stage, Speech::Plain, &certificate) else { return };
    let targets = [("another", address(&another, "")), ("clear", address(&clear, ""))];
    let post = Post::with(&trusting(&stage, &certificate), &targets);
    post.publish("Mail is down.");
    let delivery = post.becomes("another", "delayed");
    assert!(delivery["reason"].as_str().unwrap().contains("or belongs to another host"), "{delivery}");
    let delivery = post.becomes("clear", "failed");
    assert!(delivery["reason"].as_str().unwrap().contains("offers no encryption"), "{delivery}");
}
