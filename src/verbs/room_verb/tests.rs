//! Verbs on one incident, from the line that is typed to what they print.

use crate::incident::Right;
use crate::lang::Lang;
use crate::verbs::tests::Bench;

#[tokio::test]
async fn tasks_go_through_their_states_and_back() {
    let bench = Bench::new().await;
    bench.done("phase start").await;
    let state = async || bench.json("task list --running --role sysadmin").await[0]["state"].clone();
    for (line, expected) in [
        ("task start sysadmin.1", "doing"),
        ("task block sysadmin.1 VPN down", "blocked"),
        ("task unblock sysadmin.1", "doing"),
        ("task done sysadmin.1", "done"),
        ("undo", "doing"),
        ("undo", "blocked"),
        ("task skip sysadmin.1 --reason unneeded", "skipped"),
        ("task reopen sysadmin.1", "todo"),
    ] {
        bench.done(line).await;
        assert_eq!(state().await, expected, "{line}");
    }
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn a_task_is_assigned_to_oneself_somebody_or_nobody() {
    let bench = Bench::new().await;
    bench.done("phase start").await;
    let assignee = async || bench.json("task list --running --role dsi").await[0]["assignee"].clone();
    bench.done("task assign assess.dsi.1").await;
    assert_eq!(assignee().await, "owner");
    bench.done("task assign assess.dsi.1 @ana").await;
    assert_eq!(assignee().await, "ana");
    assert_eq!(bench.json("task list --person ana").await.as_array().unwrap().len(), 1);
    bench.done("task assign assess.dsi.1 --nobody").await;
    assert_eq!(assignee().await, serde_json::Value::Null);
    assert!(bench.json("task list --person ana").await.as_array().unwrap().is_empty());
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn steps_and_tasks_are_found_by_what_people_type() {
    let bench = Bench::new().await;
    for name in ["assess", "1", "asses", "ass"] {
        assert!(bench.done(&format!("task list --phase {name}")).await.contains("assess."), "{name}");
    }
    for (name, said) in [("asess", "assess"), ("a", "assess, "), ("0", "0"), ("99", "99"), ("zzzzzz", "zzzzzz")] {
        let refused = bench.refused(&format!("task list --phase {name}")).await;
        assert!(refused.contains(said), "{name}: {refused}");
    }
    assert!(bench.refused("task list --phase zzzzzz").await.contains("warroom phase list"));
    assert!(bench.refused("task list --role nurse").await.contains("sysadmin"));
    assert!(bench.refused("task start assess.cio.1").await.contains("cio"));
    assert!(bench.refused("task start sysadmin.1").await.contains("assess.sysadmin.1"), "in many phases");
    assert!(bench.refused("service set nothing up").await.contains("nothing"));
    bench.done("service set netw degraded").await;
    let services = bench.json("service list").await;
    let network = services.as_array().unwrap().iter().find(|it| it["id"] == "network").unwrap();
    assert_eq!((&network["state"], &network["reported"]), (&"degraded".into(), &true.into()));
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn phases_start_finish_move_and_are_added() {
    let bench = Bench::new().await;
    let refused = bench.refused("phase finish").await;
    assert!(!refused.is_empty());
    bench.done("phase start").await;
    let finished = bench.done("phase next").await;
    assert!(finished.lines().count() > 2, "with the tasks that are left open: {finished}");
    bench.done("phase start rebuild").await;
    assert!(bench.refused("phase finish").await.contains("rebuild"), "two are running");
    bench.done("phase add Second look --planned 30m --after assess").await;
    bench.done("phase add Night --day-end 20:00 --resume 7h30 --first").await;
    let steps = bench.json("phase list").await;
    let steps = steps.as_array().unwrap();
    assert_eq!(
        (&steps[0]["kind"], &steps[0]["at"], &steps[0]["resume"]),
        (&"day_end".into(), &"20:00".into(), &"07:30".into())
    );
    assert_eq!(steps[2]["title"], "Second look");
    assert_eq!(steps[2]["planned"], serde_json::json!({ "min": 1800, "max": 1800 }));
    let numbers: Vec<_> = steps.iter().map(|step| step["number"].as_u64().unwrap()).collect();
    assert!(numbers.iter().copied().eq(1..=numbers.len() as u64), "{numbers:?}");
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn the_only_open_call_is_answered_and_of_several_the_numbers_are_named() {
    let bench = Bench::new().await;
    assert!(!bench.refused("call answer").await.is_empty());
    bench.done("call ask Who has the safe?").await;
    bench.done("call answer").await;
    assert!(bench.json("call list").await.as_array().unwrap().is_empty());
    bench.done("call ask One").await;
    bench.done("call ask Two --task assess.dsi.1").await;
    let calls = bench.json("call list").await;
    let numbers: Vec<_> = calls.as_array().unwrap().iter().map(|call| call["seq"].to_string()).collect();
    assert_eq!(calls[1]["task"], "assess.dsi.1");
    assert!(bench.refused("call answer").await.contains(&numbers.join(", ")));
    bench.done(&format!("call answer {}", numbers[1])).await;
    assert_eq!(bench.json("call list").await[0]["text"], "One");
    assert!(!bench.refused("call answer 9999").await.is_empty());
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn the_header_says_what_was_set() {
    let bench = Bench::new().await;
    bench.done("retitle Mail is down again").await;
    bench.done("severity 3").await;
    bench.done("zone America/New_York").await;
    bench.done("situation Mail servers encrypted --since yesterday").await;
    bench.done("situation --impact Standstill").await;
    bench.done("hold Fire alarm").await;
    let status = bench.json("status").await;
    for (field, value) in [
        ("title", "Mail is down again"),
        ("severity", "sev3"),
        ("zone", "America/New_York"),
        ("status", "held"),
        ("reason", "Fire alarm"),
    ] {
        assert_eq!(status[field], value, "{field}");
    }
    let situation = bench.json("situation").await;
    assert_eq!(
        situation,
        serde_json::json!({ "what": "Mail servers encrypted", "since": "yesterday", "impact": "Standstill" })
    );
    bench.done("resume").await;
    assert_eq!(bench.json("status").await["status"], "open");
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn closing_says_what_is_left_and_reopening_goes_on() {
    let bench = Bench::new().await;
    let closed = bench.run("close It is over", Right::Owner).await;
    assert_eq!(closed.code, 0);
    assert!(closed.stderr.contains("warroom reopen --incident"), "{}", closed.stderr);
    assert!(closed.stderr.contains(|c: char| c.is_ascii_digit()), "what is left: {}", closed.stderr);
    let id = bench.json("list").await[0]["id"].as_str().unwrap().to_owned();
    bench.done(&format!("reopen Not yet --incident {id}")).await;
    assert_eq!(bench.json("status").await["status"], "open");
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn the_log_is_filtered_by_kind_person_words_and_number() {
    let bench = Bench::new().await;
    bench.done("log The phones work").await;
    bench.done("log The backup is readable --fact").await;
    bench.done("log Cut the VPN --decision --why It may spread --objection None").await;
    let texts = async |filter: &str| -> Vec<String> {
        let found = bench.json(&format!("log {filter}")).await;
        found.as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(texts("--kind note").await, ["The phones work"]);
    assert!(texts("--kind decision").await[0].contains("Cut the VPN"));
    assert_eq!(texts("--search phones").await.len(), 1);
    assert_eq!(texts("--search PHONES").await.len(), 1);
    assert!(texts("--search phonesbackup").await.is_empty());
    assert_eq!(texts("--last 2").await.len(), 2);
    assert!(texts("--person nobody").await.is_empty());
    assert!(texts("--last 2").await[1].contains("Cut the VPN"), "the newest is last");
    let note = bench.json("log --kind note").await[0]["seq"].as_u64().unwrap();
    bench.done(&format!("correct {note} The phones work again")).await;
    let corrected = bench.json("log --kind note").await;
    assert_eq!(corrected[0]["correction"]["text"], "The phones work again");
    assert!(!bench.refused("correct 9999 x").await.is_empty());
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn findings_and_actions_outlive_the_crisis() {
    let bench = Bench::new().await;
    bench.done("finding add The backup was late --about assess").await;
    bench.done("finding add Nobody had the list").await;
    bench.done("finding correct F2 Nobody had the phone list").await;
    bench.done("finding drop F1 Not true").await;
    assert_eq!(bench.json("finding list").await.as_array().unwrap().len(), 1);
    let all = bench.json("finding list --all").await;
    assert_eq!((&all[0]["reason"], &all[1]["text"]), (&"Not true".into(), &"Nobody had the phone list".into()));
    bench.done("action add Print the list --owner @ana --due 2026-12-20 --finding F2").await;
    bench.done("action add Test the backup").await;
    let ids = async |filter: &str| -> Vec<String> {
        let found = bench.json(&format!("action list {filter}")).await;
        found.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("").await, ["A1", "A2"]);
    assert!(ids("--late").await.is_empty(), "it is due in a month");
    assert_eq!(ids("--owner @ana").await, ["A1"]);
    bench.done("action change A1 --nobody --no-due --no-finding").await;
    let changed = bench.json("action list").await;
    for field in ["owner", "due", "finding"] {
        assert_eq!(changed[0][field], serde_json::Value::Null, "{field}");
    }
    bench.done("action done A2 It works").await;
    assert_eq!(ids("--open").await, ["A1"]);
    assert!(bench.refused("action done A2 again").await.contains("warroom action reopen A2"));
    bench.done("action reopen A2").await;
    bench.done("action drop A1 Too late").await;
    let everywhere = bench.json("action list --all").await;
    assert!(everywhere[0]["incident"].as_str().is_some_and(|id| id.contains("mail")), "{everywhere}");
    assert!(bench.done("action list --all").await.contains("(Too late)"));
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn duties_are_offered_accepted_and_dropped() {
    let bench = Bench::new().await;
    bench.done("command offer @ana The mail is down").await;
    let shown = bench.json("command show").await;
    assert_eq!((&shown["commander"], &shown["offer"]["to"]), (&"owner".into(), &"ana".into()));
    assert_eq!(shown["offer"]["briefing"], "The mail is down");
    assert!(bench.done("command show").await.contains("  The mail is down"));
    bench.done("command withdraw").await;
    assert_eq!(bench.json("command show").await["offer"], serde_json::Value::Null);
    assert!(bench.refused("command withdraw").await.contains("warroom command show"));
    bench.done("role offer sysadmin @ana").await;
    let accepted = bench.run("role accept sysadmin", Right::Member).await;
    assert_eq!(accepted.code, 0, "{}", accepted.stderr);
    let of_role = async || {
        let roles = bench.json("role list").await;
        roles.as_array().unwrap().iter().find(|role| role["id"] == "sysadmin").unwrap().clone()
    };
    assert_eq!(of_role().await["taken_over_by"], serde_json::json!(["ana"]));
    bench.done("role revoke sysadmin @ana").await;
    assert_eq!(of_role().await["taken_over_by"], serde_json::json!([]));
    bench.rooms.shutdown().await;
}

#[tokio::test]
async fn updates_are_proposed_approved_dropped_and_shown() {
    let bench = Bench::new().await;
    assert!(!bench.refused("update drop").await.is_empty());
    assert!(bench.refused("update Text").await.contains("team"), "which audience");
    assert!(bench.refused("update Text --audience teem").await.contains("team"));
    bench.done("update --audience team --draft First").await;
    let proposals = async || bench.json("update list").await["proposals"].clone();
    assert_eq!(proposals().await[0]["text"], "First");
    bench.done("update --audience team --draft Second").await;
    let numbers: Vec<_> = proposals().await.as_array().unwrap().iter().map(|it| it["seq"].to_string()).collect();
    assert!(bench.refused("update approve").await.contains(&numbers.join(", ")));
    bench.done(&format!("update drop {}", numbers[1])).await;
    bench.done("update approve").await;
    assert!(proposals().await.as_array().unwrap().is_empty());
    assert!(bench.refused(&format!("update show {}", numbers[1])).await.contains("owner"));
    let shown = bench.json("update show").await;
    assert_eq!((&shown["text"], &shown["audience"]), (&"First".into(), &"team".into()));
    assert!(bench.done("update show").await.contains("First"));
    assert!(!bench.refused("update show 9999").await.is_empty());
    assert!(bench.refused("update retry --target chat").await.contains("chat"));
    bench.done("update every team 45m").await;
    let audiences = bench.json("update list").await["audiences"].clone();
    let every = audiences.as_array().unwrap().iter().find(|it| it["id"] == "team").unwrap()["every"].to_string();
    assert!(every.contains("2700") || every.contains("45m"), "{every}");
    bench.rooms.shutdown().await;
}

/// Verbs that print a list or a state.
const READING: [&str; 12] = [
    "status",
    "list",
    "task list",
    "phase list",
    "service list",
    "log",
    "call list",
    "command show",
    "role list",
    "finding list",
    "action list",
    "update list",
];

#[tokio::test]
async fn every_reading_verb_speaks_both_languages_and_prints_data() {
    let bench = Bench::new().await;
    bench.done("phase start").await;
    for line in READING {
        let [english, french] =
            [bench.run_in(line, Right::Observer, Lang::En).await, bench.run_in(line, Right::Observer, Lang::Fr).await];
        assert_eq!((english.code, french.code), (0, 0), "{line}");
        assert!(!english.stdout.is_empty() && english.stdout != french.stdout, "{line}: {}", english.stdout);
        let data = format!("{line} --json");
        let [english, french] = [
            bench.run_in(&data, Right::Observer, Lang::En).await.stdout,
            bench.run_in(&data, Right::Observer, Lang::Fr).await.stdout,
        ];
        let [english, french] = [english, french].map(|data| {
            let mut value: serde_json::Value = serde_json::from_str(&data).unwrap();
            assert!(value.is_array() || value.is_object(), "{line}");
            // The one text in it is for people.
            let matters = if line == "attention" { Some(&mut value) } else { value.get_mut("attention") };
            for matter in matters.and_then(|it| it.as_array_mut()).into_iter().flatten() {
                assert!(matter["text"].take().is_string());
            }
            value
        });
        if line != "log" {
            assert_eq!(english, french, "{line}: data is the same in every language");
        }
    }
    bench.rooms.shutdown().await;
}
