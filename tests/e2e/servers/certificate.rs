//! An authority of a test, and what it says of a server.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

use crate::stage::Stage;

pub struct Certificate {
    /// What a client has to trust, in PEM.
    pub authority: String,
    pub chain: String,
    pub key: String,
}

impl Certificate {
    /// For a server of these names.
    pub fn of(names: &[&str]) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let names: Vec<String> = names.iter().copied().map(str::to_owned).collect();
        let server = CertificateParams::new(names).unwrap().signed_by(&key, &authority).unwrap();
        Self { authority: authority.pem(), chain: server.pem(), key: key.serialize_pem() }
    }

    /// The same as files, of the chain and of the key.
    pub fn files(&self, stage: &Stage) -> (String, String) {
        let (chain, key) = (stage.path("server.pem"), stage.path("server.key"));
        std::fs::write(&chain, &self.chain).unwrap();
        std::fs::write(&key, &self.key).unwrap();
        (chain.to_str().unwrap().to_owned(), key.to_str().unwrap().to_owned())
    }
}
