//! The themes that are compiled in.

/// Name and source.
pub const BUILTIN: &[(&str, &str)] = &[
    ("dark", include_str!("../../themes/dark.toml")),
    ("light", include_str!("../../themes/light.toml")),
    ("high-contrast", include_str!("../../themes/high-contrast.toml")),
    ("colour-blind", include_str!("../../themes/colour-blind.toml")),
    ("ansi-16", include_str!("../../themes/ansi-16.toml")),
    ("ansi-16-light", include_str!("../../themes/ansi-16-light.toml")),
];
