//! The answer's due day (答复期限) of a request, counted day by day so that the count can be shown.
//!
//! Twenty working days from the day after receipt (《条例》第三十三条); anew from a correction (补正, 第三十条);
//! without the days of a consultation (征求意见, 第三十二条、第三十四条); twenty more if the extension was told in time.

use nianbao_core::calendar::{self, Calendar};
use nianbao_core::date::Date;

/// Working days to answer in, and by which the answer may be put off at most.
pub const PERIOD: u32 = 20;
/// Working days in which a correction is asked for (第三十条).
pub const TO_ASK_FOR_CORRECTION: u32 = 7;
/// Working days that a third party has for its opinion (第三十二条).
pub const FOR_AN_OPINION: u32 = 15;

/// What the due day depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// When the request was received; none where it cannot be told.
    pub received: Option<Date>,
    /// When a correction was asked for.
    pub correction_asked: Option<Date>,
    /// When the corrected request came in.
    pub corrected: Option<Date>,
    /// Consultations: when each was sent, and when the opinion was received.
    pub opinions: Vec<(Date, Option<Date>)>,
    /// When the requester was told of an extension.
    pub extended: Option<Date>,
    /// Until when the answer was put off, as told.
    pub extended_until: Option<Date>,
    /// A later day told to a requester of many requests (延迟答复, 第三十五条).
    pub postponed_to: Option<Date>,
    /// When it was answered.
    pub replied: Option<Date>,
}

/// When an answer is due, and how that was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day; none while a correction is waited for.
    pub on: Option<Date>,
    /// The last day if the consultation that is not answered yet takes all its time; equal to `on` without one.
    pub latest: Option<Date>,
    /// The last day without extension.
    pub base: Option<Date>,
    /// The day that is not counted itself: of receipt, or of the correction.
    pub from: Date,
    /// Whether the period began anew with a correction.
    pub began_anew: bool,
    /// Days after `from` that do not count, in order, until `on`.
    pub skipped: Vec<(Date, Skip)>,
    /// Weekend days that count because they are worked, with their notices.
    pub worked_instead: Vec<(Date, Box<str>)>,
    /// What became of an extension.
    pub extension: Extension,
    /// Whether a day of a year without a notice was counted.
    pub is_guessed: bool,
}

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skip {
    /// 周末
    Weekend,
    /// 放假, by these notices.
    Holiday(Box<str>),
    /// 征求意见
    Consultation,
}

/// What became of an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extension {
    /// There is none.
    None,
    /// Told within the period: so many working days more.
    InTime,
    /// Told after the period, so that it does not count.
    Late,
    /// A later day replaces the due day (延迟答复).
    Postponed,
}

/// Counts; none where the day of receipt is not known.
pub fn due(facts: &Facts, calendar: &Calendar) -> Option<Due> {
    let received = facts.received?;
    let from = facts.corrected.unwrap_or(received);
    let mut due = Due {
        on: None,
        latest: None,
        base: None,
        from,
        began_anew: facts.corrected.is_some(),
        skipped: Vec::new(),
        worked_instead: Vec::new(),
        extension: Extension::None,
        is_guessed: false,
    };
    let is_waiting = facts.correction_asked.is_some() && facts.corrected.is_none();
    if is_waiting && facts.replied.is_none() {
        return Some(due);
    }
    let pauses: Vec<_> = (facts.opinions.iter())
        .filter_map(|(sent, answered)| Some((*sent, (*answered)?)))
        .collect();
    let base = count(from, PERIOD, &pauses, calendar)?;
    due.base = Some(base.end);
    let until = |base: Date| facts.extended_until.filter(|until| *until > base);
    let (n_days, extension) = match facts.extended {
        Some(told) if told <= base.end => (2 * PERIOD, Extension::InTime),
        Some(_) => (PERIOD, Extension::Late),
        None if until(base.end).is_some() => (2 * PERIOD, Extension::InTime),
        None => (PERIOD, Extension::None),
    };
    due.extension = extension;
    let counted = match extension {
        Extension::InTime => count(from, n_days, &pauses, calendar)?,
        _ => base,
    };
    let told_until = until(due.base?).filter(|_| extension == Extension::InTime);
    // An organ that told an earlier day is bound by it.
    let shortened = |end: Date| told_until.map_or(end, |until| until.min(end));
    due.on = Some(shortened(counted.end));
    due.latest = due.on;
    due.skipped = counted.skipped;
    due.worked_instead = counted.worked_instead;
    due.is_guessed = counted.is_guessed;
    if let Some(all) = with_open(facts, &pauses, calendar) {
        due.latest = count(from, n_days, &all, calendar).map(|counted| shortened(counted.end));
    }
    if let Some(later) = facts.postponed_to {
        (due.on, due.latest, due.extension) = (Some(later), Some(later), Extension::Postponed);
    }
    let end = due.on?;
    due.skipped.retain(|(day, _)| *day <= end);
    due.worked_instead.retain(|(day, _)| *day <= end);
    Some(due)
}

/// All consultations, those that are not answered yet with all the time they have; none where every one is answered.
fn with_open(
    facts: &Facts,
    pauses: &[(Date, Date)],
    calendar: &Calendar,
) -> Option<Vec<(Date, Date)>> {
    let open = facts
        .opinions
        .iter()
        .filter(|(_, answered)| answered.is_none());
    let open = open.map(|(sent, _)| Some((*sent, calendar.after(*sent, FOR_AN_OPINION)?)));
    let open: Vec<_> = open.collect::<Option<_>>()?;
    (!open.is_empty()).then(|| [pauses, &open].concat())
}

struct Counted {
    end: Date,
    skipped: Vec<(Date, Skip)>,
    worked_instead: Vec<(Date, Box<str>)>,
    is_guessed: bool,
}

/// The n-th day after `from` that is worked and in no pause.
fn count(from: Date, n_days: u32, pauses: &[(Date, Date)], calendar: &Calendar) -> Option<Counted> {
    let mut counted = Counted {
        end: from,
        skipped: Vec::new(),
        worked_instead: Vec::new(),
        is_guessed: false,
    };
    let (mut day, mut left) = (from, n_days);
    while left > 0 {
        day = day.tomorrow().ok()?;
        let is_paused = || {
            pauses
                .iter()
                .any(|(sent, answered)| *sent < day && day <= *answered)
        };
        let kind = calendar.day(day);
        counted.is_guessed |= !kind.is_known();
        let skip = match kind {
            calendar::Day::Off(notices) => Skip::Holiday(notices.into()),
            kind if !kind.works() => Skip::Weekend,
            _ if is_paused() => Skip::Consultation,
            calendar::Day::WorksInstead(notices) => {
                counted.worked_instead.push((day, notices.into()));
                left -= 1;
                continue;
            }
            _ => {
                left -= 1;
                continue;
            }
        };
        counted.skipped.push((day, skip));
    }
    counted.end = day;
    Some(counted)
}

impl Due {
    /// The count in words: from when, what was skipped, until when.
    pub fn explanation(&self) -> Vec<String> {
        let anew = if self.began_anew {
            "收到补正"
        } else {
            "收到"
        };
        let mut lines = vec![format!("{}{anew}，当日不计，次日起算", self.from)];
        let mut runs: Vec<(Date, Date, &Skip)> = Vec::new();
        for (day, skip) in &self.skipped {
            match runs.last_mut() {
                Some((_, last, kind)) if *kind == skip && last.tomorrow().ok() == Some(*day) => {
                    *last = *day;
                }
                _ => runs.push((*day, *day, skip)),
            }
        }
        for (first, last, skip) in runs {
            let days = match first == last {
                true => first.to_string(),
                false => format!("{first}至{last}"),
            };
            lines.push(match skip {
                Skip::Weekend => format!("{days} 周末，不计"),
                Skip::Holiday(notices) => format!("{days} 放假，不计（{notices}）"),
                Skip::Consultation => {
                    format!("{days} 征求意见，不计（《条例》第三十二条、第三十四条）")
                }
            });
        }
        for (day, notices) in &self.worked_instead {
            lines.push(format!("{day} 调休上班，计入（{notices}）"));
        }
        lines.extend(match self.extension {
            Extension::None => None,
            Extension::InTime => Some("期限内告知延期，延长20个工作日以内".to_owned()),
            Extension::Late => Some("告知延期时期限已过，不延长".to_owned()),
            Extension::Postponed => {
                Some("已告知延迟答复的日期，以该日为准（《条例》第三十五条）".to_owned())
            }
        });
        lines.push(match (self.on, self.latest) {
            (None, _) => "等待补正，期限尚未起算".to_owned(),
            (Some(on), Some(latest)) if latest > on => {
                format!("期限 {on}；征求意见尚未反馈，反馈期满可顺延到 {latest}")
            }
            (Some(on), _) => format!("期限 {on}"),
        });
        if self.is_guessed {
            lines.push("经过的年份没有放假安排，按周末和法定节日推算".to_owned());
        }
        lines
    }
}

#[cfg(test)]
mod tests;
