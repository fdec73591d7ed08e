//! What an edition for the public tells although it hides it, as findings.

use crate::checks::{self, Context, Edition};
use crate::diagnostic::{Located, locate};
use crate::disclosure::Withheld;
use crate::load::Loaded;
use crate::model::date::Date;

/// The findings about the texts of an edition whose report is that of the period with this number.
pub(super) fn findings(loaded: &Loaded, period: usize, withheld: &[Withheld], as_of: Date) -> Vec<Located> {
    let Loaded { sources, plan, periods } = loaded;
    let edition = Some(Edition { period, withheld, earlier: &[] });
    run(&Context { plan, periods, problems: &[], sources, as_of, edition, accepted: &[] })
}

/// The findings about an edition in their order; those that a waiver accepts are marked.
pub(super) fn run(context: &Context<'_>) -> Vec<Located> {
    let mut findings = locate::locate(checks::run_on_edition(context), context.sources);
    checks::accept(context, &mut findings);
    locate::sort(&mut findings, context.sources);
    findings
}
