//! A crisis that is over, and the review that followed it.

use super::sample::{Story, together};
use chrono::NaiveDate;
use warroom::incident::{
    ActionId, Command, FindingId, HeaderCommand, Health, Line, Moment, PersonName, Plan, Prose, ReviewCommand,
    ServiceCommand, ServiceId, StepId,
};

pub fn finding(text: &str, about: Option<&str>) -> Command {
    let about = about.map(|step| step.parse::<StepId>().expect("an id"));
    Command::Review(ReviewCommand::AddFinding { text: Prose::new(text), about })
}

pub fn action(title: &str, owner: &str, due: &str, finding: u32) -> Command {
    Command::Review(ReviewCommand::AddAction {
        title: Line::new(title),
        owner: (!owner.is_empty()).then(|| PersonName::new(owner)),
        due: due.parse::<NaiveDate>().ok(),
        finding: (finding > 0).then_some(FindingId(finding)),
    })
}

fn service(story: &mut Story, place: usize, health: Health) -> ServiceId {
    let service = story.incident.services[place].id.clone();
    if story.incident.services[place].health != health {
        story.ask("ines", Command::Service(ServiceCommand::SetHealth { service: service.clone(), health }));
    }
    service
}

/// Closed, reviewed, and looked at six days later.
pub fn reviewing(plan: Plan) -> Story {
    let mut story = together(plan);
    let points = ["2026-11-21T23:30:00Z", "2026-11-22T00:50:00Z"];
    for (place, point) in points.into_iter().enumerate() {
        let service = service(&mut story, place, Health::Down);
        let at: Moment = point.parse().expect("a moment");
        story.pass(20).ask("ines", Command::Service(ServiceCommand::SetRestorePoint { service, at }));
        self::service(&mut story, place, Health::Up);
    }
    story.ask("alice", Command::Header(HeaderCommand::Close { reason: Line::new("tout est rétabli") }));
    story.pass(90);
    story.ask("karim", finding("La clé de secours du coffre était dans la salle touchée", Some("activate")));
    story.ask(
        "zoé",
        finding("Personne n'avait appelé l'assureur avant 11 h\nIl demande une déclaration sous 48 h.", None),
    );
    story.ask("alice", finding("Les sauvegardes hors ligne ont tenu : à garder", Some("assess")));
    story.ask("tom", finding("Le wiki a manqué", None));
    story.ask(
        "alice",
        Command::Review(ReviewCommand::DropFinding { finding: FindingId(4), reason: Line::new("il était imprimé") }),
    );
    story.ask("alice", action("Déposer une seconde clé à la banque", "ines", "2026-11-25", 1));
    story.ask(
        "alice",
        action("Nommer qui appelle l'assureur, et le mettre dans la fiche réflexe", "zoé", "2026-12-01", 2),
    );
    story.ask("karim", action("Acheter deux serveurs de rechange", "", "", 0));
    story.ask("karim", action("Tester la restauration du site web", "karim", "2026-11-29", 3));
    story.ask("karim", action("Imprimer l'annuaire de crise", "tom", "2026-11-24", 0));
    story.ask("karim", action("Changer de prestataire", "alice", "2027-06-30", 0));
    story.pass(600);
    story.ask(
        "tom",
        Command::Review(ReviewCommand::FinishAction { action: ActionId(5), outcome: Line::new("trois exemplaires") }),
    );
    story.ask(
        "alice",
        Command::Review(ReviewCommand::DropAction { action: ActionId(6), reason: Line::new("contrat en cours") }),
    );
    story.pass(6 * 24 * 60);
    story
}

/// Twelve findings and forty actions, nothing short, most of it late.
pub fn ugly_review(story: &mut Story) {
    for number in 1..=12 {
        let text = format!("Constat 👩‍🚒 {number} : {}", "日本語の長い文章とフランス語 mêlés ; ".repeat(12));
        story.ask("日本語の名前の人", finding(&text, Some("activate")));
    }
    for number in 1..=40 {
        let title = format!("Vérifier 🔥 srv-{number:03} et son voisin 日本語サーバ {}", "puis le suivant, ".repeat(8));
        let owner = if number % 3 == 0 { "" } else { "Zoé 👩‍🚒 de la Très-Longue-Particule" };
        let due = if number % 4 == 0 { String::new() } else { format!("2026-11-{}", 22 + number % 7) };
        story.ask("alice", action(&title, owner, &due, number % 13));
    }
    story.pass(4 * 24 * 60);
}
