//! Rooms of a real homeserver.

use super::between::Between;
use super::post::Post;
use super::synapse::{Encrypted, Synapse};
use crate::stage::kill_host;

#[test]
fn a_host_that_is_killed_ten_times_posts_to_a_room_once() {
    let Some(synapse) = Synapse::running() else { return };
    let account = synapse.account();
    let room = account.room(Encrypted::No);
    let between = Between::new(synapse.address, "PUT");
    let post = Post::new(&[("room", format!("matrix://{}@{}/{room}", account.token, between.address))]);
    post.publish("Mail is down.\n\n- The cause is not known yet\n- **Next update** in an hour");
    for _ in 0..10 {
        let held = between.next();
        assert_eq!(held.status, 200, "{}", held.request);
        // The homeserver has it, the host does not know.
        kill_host(&post.stage);
        drop(held);
        // Whoever comes next starts the host again.
        post.stage.done(&["status"]);
    }
    between.next().pass();
    let delivery = post.becomes("room", "delivered");
    assert_eq!(delivery["repeat"], false, "the homeserver knows it again: {delivery}");

    let messages = account.messages(&room);
    assert_eq!(messages.len(), 1, "{messages:?}");
    let body = messages[0]["body"].as_str().unwrap();
    assert!(body.contains("Mail is down."), "{body}");
    let html = messages[0]["formatted_body"].as_str().unwrap();
    assert!(html.contains("<li><strong>Next update</strong> in an hour</li>"), "{html}");
    let sent = |event: &&serde_json::Value| event["type"] == "delivered";
    assert_eq!(post.events().iter().filter(sent).count(), 1);
    post.stage.done(&["verify"]);
}

#[test]
fn a_homeserver_that_asks_for_patience_gets_it() {
    let Some(synapse) = Synapse::running() else { return };
    let account = synapse.account();
    let room = account.room(Encrypted::No);
    let between = Between::new(synapse.address, "PUT");
    let post = Post::new(&[("room", format!("matrix://{}@{}/{room}", account.token, between.address))]);
    for n in 1..=4 {
        post.publish(&format!("Update {n}"));
    }
    let mut statuses = Vec::new();
    while statuses.iter().filter(|status| **status == 200).count() < 4 {
        let held = between.next();
        statuses.push(held.status);
        held.pass();
    }
    post.becomes("room", "delivered");
    assert!(statuses.contains(&429), "{statuses:?}");
    // The server said how long to wait, and it waited that long.
    assert!(!statuses.windows(2).any(|pair| pair == [429, 429]), "{statuses:?}");
    let said: Vec<_> = account.messages(&room).iter().map(|message| message["body"].clone()).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    for (n, said) in said.iter().enumerate() {
        assert!(said.as_str().unwrap().contains(&format!("Update {}", n + 1)), "in order: {said}");
    }
}

#[test]
fn an_encrypted_room_is_not_written_to() {
    let Some(synapse) = Synapse::running() else { return };
    let account = synapse.account();
    let room = account.room(Encrypted::Yes);
    let address = synapse.address;
    let mut post = Post::new(&[("room", format!("matrix://{}@{address}/{room}", account.token))]);
    post.publish("Mail is down.");
    let delivery = post.becomes("room", "failed");
    assert!(delivery["reason"].as_str().unwrap().contains("is encrypted"), "{delivery}");
    assert!(account.messages(&room).is_empty());

    // A room that is none of the account's, a token that is none, an account that logs in.
    let other = synapse.account().room(Encrypted::No);
    post.set_up("", &[("room", format!("matrix://{}@{address}/{other}", account.token))]);
    post.publish("Mail is still down.");
    let delivery = post.becomes("room", "failed");
    assert!(delivery["reason"].as_str().unwrap().contains("invite it"), "{delivery}");
    post.set_up("", &[("room", format!("matrix://no-token-of-anybody@{address}/{room}"))]);
    post.publish("Mail is still down.");
    let delivery = post.becomes("room", "failed");
    assert!(delivery["reason"].as_str().unwrap().contains("(HTTP 401)"), "{delivery}");
    let room = account.room(Encrypted::No);
    post.set_up("", &[("room", format!("matrix://{}:of%20this%20test@{address}/{room}", account.name))]);
    post.publish("Mail is back.");
    post.becomes("room", "delivered");
    assert_eq!(account.messages(&room).len(), 1);
}
