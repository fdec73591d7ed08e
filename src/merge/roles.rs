//! Who answers for an activity and who contributes, with groups taken apart into their members.

use crate::model::agency::AgencyIx;
use crate::model::plan::{Activity, Named, Plan};

/// The bodies that each agency of the register stands for.
pub(super) struct Groups(Vec<Vec<AgencyIx>>);

impl Groups {
    /// Takes every group of the register apart.
    pub(super) fn new(plan: &Plan) -> Self {
        Self(plan.agencies().map(|(ix, _)| plan.members(ix)).collect())
    }

    /// The members of a group where they are known, else the body itself.
    pub(super) fn members(&self, agency: AgencyIx) -> &[AgencyIx] {
        self.0.get(usize::from(agency.0)).map_or(&[], Vec::as_slice)
    }
}

/// The duties of one activity.
pub(super) struct Roles {
    /// Who answers for it, in the order of the plan.
    pub(super) leads: Vec<AgencyIx>,
    /// Who contributes, without those that also lead.
    pub(super) supports: Vec<AgencyIx>,
}

impl Roles {
    /// Reads them from the plan.
    pub(super) fn of(activity: &Activity, groups: &Groups) -> Self {
        let leads = bodies(&activity.lead, groups, &[]);
        let supports = bodies(&activity.support, groups, &leads);
        Self { leads, supports }
    }

    /// Whether the agency answers for the activity, itself or as a member of a group.
    pub(super) fn is_led_by(&self, agency: Option<AgencyIx>) -> bool {
        agency.is_some_and(|agency| self.leads.contains(&agency))
    }

    /// Place of an agency in lists: leads, supporting ones, then others in the order of the register.
    pub(super) fn place(&self, agency: Option<AgencyIx>) -> usize {
        let Some(agency) = agency else { return usize::MAX };
        let named = self.leads.iter().chain(&self.supports).position(|known| *known == agency);
        named.unwrap_or(self.leads.len() + self.supports.len() + usize::from(agency.0))
    }
}

fn bodies(named: &[Named], groups: &Groups, without: &[AgencyIx]) -> Vec<AgencyIx> {
    let mut bodies = Vec::with_capacity(named.len());
    for agency in named.iter().filter_map(|named| named.agency).flat_map(|agency| groups.members(agency)) {
        if !without.contains(agency) && !bodies.contains(agency) {
            bodies.push(*agency);
        }
    }
    bodies
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merge::testing::World;

    #[test]
    fn groups_are_taken_apart_and_a_lead_does_not_support() {
        let mut world = World::new();
        world.activity("1.1", "c group", "c d b", "2020");
        let plan = world.plan();
        let roles = Roles::of(&plan.activities[0], &Groups::new(&plan));
        let ids = |agencies: &[AgencyIx]| agencies.iter().map(|ix| plan.agency(*ix).id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&roles.leads), ["c", "a", "b"]);
        assert_eq!(ids(&roles.supports), ["d"]);
        let mut all: Vec<AgencyIx> = plan.agencies().map(|(ix, _)| ix).collect();
        all.sort_by_key(|ix| roles.place(Some(*ix)));
        assert_eq!(ids(&all), ["c", "a", "b", "d", "e", "group"]);
    }
}
