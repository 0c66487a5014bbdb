//! The request ledger (依申请公开登记台账).

pub mod deadline;
pub mod heads;
