//! An incident with audiences and their updates.

use super::sample::{Story, living, me};
use warroom::draft::Templates;
use warroom::incident::{
    Audience, Cadence, Command, Context, Line, Occasion, Plan, Prose, Recorded, Seq, SystemCommand, TargetFact,
    UpdateCommand, Who, decide,
};

/// What the program itself reports.
pub fn house(story: &mut Story, report: SystemCommand) {
    let context = Context::new(story.now, Who::system());
    let shown = format!("{report:?}");
    let events = decide(&story.incident, Command::System(report), &context);
    for event in events.unwrap_or_else(|why| panic!("{shown}: {why:?}")) {
        let (seq, by) = (story.incident.seq.next(), context.who.by.clone());
        story.incident.apply(&Recorded { seq, at: story.now, by, act: None, event });
    }
}

/// Posts an update and says where it goes; the record that names it.
pub fn post(story: &mut Story, audience: &str, occasion: Occasion, text: &str, targets: &[&str]) -> Seq {
    let (audience, text) = (audience.parse().expect("an id"), Prose::new(text));
    story.ask("alice", Command::Update(UpdateCommand::Post { audience, occasion, text }));
    let update = story.incident.seq;
    let targets = targets.iter().map(|name| name.parse().expect("a name")).collect();
    house(story, SystemCommand::Address { update, targets });
    update
}

/// An audience with an update every so many minutes.
pub fn audience(id: &str, name: &str, minutes: u32) -> Audience {
    Audience {
        id: id.parse().expect("an id"),
        name: Line::new(name),
        language: None,
        every: Cadence::always(minutes * 60),
        approval: id != "equipe",
        outside: id == "clients",
        nights: false,
    }
}

/// Templates of the house's own, so that screens do not change with the words of the bundled ones.
pub fn templates() -> Templates {
    let text = "# {{title}}\n\n- **Gravité :** {{severity}}\n- **En panne :** {{services}}\n- **Fin estimée :** {{forecast}}\n\n\
                Nous revenons vers vous dès que la situation évolue, et au plus tard à l'heure convenue avec la direction.\n";
    let names = ["direction", "clients"].into_iter();
    let files = names.flat_map(|audience| {
        ["opening", "progress"].map(|occasion| (format!("{audience}.{occasion}.fr.md"), text.as_bytes().to_vec()))
    });
    Templates::with(files)
}

/// The same with audiences: one updated in time, one due soon, one late; targets in every state.
pub fn updating(mut plan: Plan) -> Story {
    plan.audiences = vec![
        audience("equipe", "Équipe", 240),
        audience("direction", "Direction", 30),
        audience("clients", "Clients", 60),
    ];
    let mut story = living(plan);
    story.templates = templates();
    let fact = |name: &str, audience: &str, kind: &str, host: &str| TargetFact {
        name: name.parse().expect("a name"),
        audiences: vec![audience.parse().expect("an id")],
        kind: Line::new(kind),
        host: Line::new(host),
        push: Vec::new(),
        trouble: None,
    };
    story.targets = vec![
        fact("salon-equipe", "equipe", "Matrix", "matrix.example.org"),
        fact("salon-direction", "direction", "Slack", "hooks.slack.com"),
        fact("courriel-direction", "direction", "SMTP", "smtp.example.org"),
        fact("page-clients", "clients", "Webhook", "status.example.org"),
    ];
    let name = |name: &str| name.parse().expect("a name");
    let text = "# Production chiffrée\n\nLa production est arrêtée depuis 03:10.\n\n- **Suite :** le PRA est activé";
    let both = ["salon-direction", "courriel-direction"];
    let first = post(&mut story, "direction", Occasion::Opening, text, &both);
    house(&mut story, SystemCommand::BeginSend { message: first, target: name("salon-direction") });
    house(&mut story, SystemCommand::Deliver { message: first, target: name("salon-direction"), repeat: true });
    let reason = Line::new("le serveur de courriel refuse le mot de passe");
    house(&mut story, SystemCommand::Fail { message: first, target: name("courriel-direction"), reason });
    let text = "# Incident\n\nVos commandes sont suspendues, nous revenons vers vous dans l'heure.";
    let second = post(&mut story, "clients", Occasion::Opening, text, &["page-clients"]);
    let reason = Line::new("status.example.org ne répond pas");
    house(
        &mut story,
        SystemCommand::Delay { message: second, target: name("page-clients"), reason, maybe_sent: false },
    );
    story.pass(27);
    let propose = |audience: &str, text: &str| {
        Command::Update(UpdateCommand::Propose {
            audience: audience.parse().expect("an id"),
            occasion: Occasion::Degraded,
            text: Prose::new(text),
        })
    };
    story.ask("ines", propose("clients", "# Retour partiel\n\nLa messagerie fonctionne en mode dégradé."));
    story.me = me("alice");
    story
}
