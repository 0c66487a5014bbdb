//! Who reports: the name of an organ, its kind and its level of administration.
//!
//! Kind and level are known or unknown. They are known where somebody told them, else where the name leaves no doubt;
//! nothing takes their place where they are not.

use crate::judgement::Fact;

mod name;

/// The administrative organ that reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organ {
    /// Full name, as in the title.
    pub name: String,
    /// What kind of organ it is, if somebody told.
    pub kind: Option<OrganKind>,
    /// At which level of administration it is, if somebody told.
    pub level: Option<Level>,
}

impl Organ {
    /// The kind that was told, else the one that the name leaves no doubt about.
    pub fn known_kind(&self) -> Option<OrganKind> {
        self.kind.or_else(|| OrganKind::of_name(&self.name))
    }

    /// The level that was told, else the one that the name leaves no doubt about.
    ///
    /// Names are looked up among the divisions of the country, a table of 37 KB: the page asks for this only what runs beside it.
    pub fn known_level(&self) -> Option<Level> {
        self.level.or_else(|| Level::of_name(&self.name))
    }

    /// Whether it may make government rules (规章), or what one would have to know of it.
    ///
    /// Departments of the State Council and governments of provinces, cities with districts and autonomous prefectures may
    /// (《立法法》第九十一条、第九十三条).
    ///
    /// # Errors
    /// The kind or the level that is not known.
    pub fn may_make_rules(&self) -> Result<bool, Fact> {
        match (self.known_level(), self.known_kind()) {
            (Some(Level::State), _) => Ok(true),
            (Some(Level::County | Level::Township), _) | (_, Some(OrganKind::Township)) => {
                Ok(false)
            }
            (Some(Level::Province | Level::City), Some(kind)) => Ok(kind == OrganKind::Government),
            (Some(Level::Province | Level::City), None) => Err(Fact::Kind),
            // Of all departments only those of the State Council may, and they stand in no place.
            (None, Some(OrganKind::Department)) if self.is_of_a_place() => Ok(false),
            (None, _) => Err(Fact::Level),
        }
    }

    /// Whether the name begins with a place, which no name of a department of the State Council does.
    pub fn is_of_a_place(&self) -> bool {
        name::is_of_a_place(&self.name)
    }
}

/// Kinds of organs that the rules tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganKind {
    /// A people's government at county level or above, reporting for its whole area.
    Government,
    /// A department of a government.
    Department,
    /// A township government or a sub-district office.
    Township,
    /// Any other organ or authorized organization.
    Other,
}

/// Levels of administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 国家级: the State Council's departments.
    State,
    /// 省级
    Province,
    /// 市级: cities divided into districts, autonomous prefectures.
    City,
    /// 县级
    County,
    /// 乡级
    Township,
}

impl OrganKind {
    /// All kinds, each with its key in saved reports and its name on the screen.
    pub const ALL: [(OrganKind, &str, &str); 4] = [
        (OrganKind::Government, "government", "人民政府"),
        (OrganKind::Department, "department", "政府部门"),
        (OrganKind::Township, "township", "乡镇、街道"),
        (OrganKind::Other, "other", "其他"),
    ];

    /// The kind's key in saved reports.
    pub fn key(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, key, _)| key)
    }

    /// The word shown to people.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, _, name)| name)
    }

    /// The kind with this key.
    pub fn of_key(key: &str) -> Option<OrganKind> {
        Self::ALL
            .iter()
            .find(|(_, candidate, _)| *candidate == key)
            .map(|(kind, ..)| *kind)
    }

    /// The kind of an organ of this name; none where it may be more than one.
    ///
    /// The office of a government (…人民政府办公室) is a department, and is also who publishes the government's own report:
    /// its name does not tell. Nor do the names of development zones.
    pub fn of_name(name: &str) -> Option<OrganKind> {
        name::kind(name)
    }
}

impl Level {
    /// All levels, each with its key in saved reports and its name on the screen.
    pub const ALL: [(Level, &str, &str); 5] = [
        (Level::State, "state", "国家级"),
        (Level::Province, "province", "省级"),
        (Level::City, "city", "市级"),
        (Level::County, "county", "县级"),
        (Level::Township, "township", "乡级"),
    ];

    /// The level's key in saved reports.
    pub fn key(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(level, ..)| *level == self)
            .map_or("", |(_, key, _)| key)
    }

    /// The word shown to people.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(level, ..)| *level == self)
            .map_or("", |(_, _, name)| name)
    }

    /// The level with this key.
    pub fn of_key(key: &str) -> Option<Level> {
        Self::ALL
            .iter()
            .find(|(_, candidate, _)| *candidate == key)
            .map(|(level, ..)| *level)
    }

    /// The level of an organ of this name, by the divisions it names (GB/T 2260); none where they fit two levels, or none.
    pub fn of_name(name: &str) -> Option<Level> {
        name::level(name)
    }
}

/// Whether a line reads like the name of an organ and nothing else.
pub fn is_name(line: &str) -> bool {
    name::is_one(line)
}
