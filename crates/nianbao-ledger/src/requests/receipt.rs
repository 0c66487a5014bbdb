//! The day of receipt (收到申请之日), which depends on how a request came (《条例》第三十一条).

use crate::day::Day;
use crate::fold::folded;

use super::{Channel, Request};

/// Wordings of channels; the first that is found counts.
const CHANNELS: &[(Channel, &[&str])] = &[
    (
        Channel::Confirmed,
        &[
            "网",
            "在线",
            "线上",
            "传真",
            "邮件",
            "邮箱",
            "平台",
            "微信",
            "小程序",
            "email",
        ],
    ),
    (
        Channel::InPerson,
        &["当面", "窗口", "现场", "直接", "上门", "面交", "大厅"],
    ),
    (
        Channel::SignedFor,
        &["ems", "快递", "特快", "挂号", "顺丰", "专递"],
    ),
    (Channel::Letter, &["平信", "信函", "来信", "平常信"]),
    (Channel::SignedFor, &["邮", "信"]),
];

/// The channel of a wording.
pub(super) fn channel(text: &str) -> Channel {
    let text = folded(text).to_lowercase();
    let found = CHANNELS
        .iter()
        .find(|(_, words)| words.iter().any(|word| text.contains(word)));
    found.map_or(Channel::Unknown, |(channel, _)| *channel)
}

/// The day that counts: of what came online or by fax and of plain letters when it was confirmed, of all else when it came.
/// A ledger with one column for it means that one.
pub(super) fn day(request: &Request) -> &Day {
    let is_confirmed = matches!(request.channel, Channel::Confirmed | Channel::Letter);
    let days = match is_confirmed {
        true => [&request.confirmed, &request.received, &request.submitted],
        false => [&request.received, &request.confirmed, &request.submitted],
    };
    days.into_iter()
        .find(|day| !day.is_blank())
        .unwrap_or(&request.received)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_online_is_received_when_confirmed() {
        let on = |text| Day::read(text);
        let mut request = Request {
            received: on("2025-10-03"),
            confirmed: on("2025-10-09"),
            ..Request::default()
        };
        for (text, expected) in [
            ("互联网", "2025-10-09"),
            ("传真", "2025-10-09"),
            ("平常信函", "2025-10-09"),
            ("邮寄（EMS）", "2025-10-03"),
            ("挂号信", "2025-10-03"),
            ("当面提交", "2025-10-03"),
            ("", "2025-10-03"),
        ] {
            request.channel = channel(text);
            assert_eq!(*day(&request), on(expected), "{text}");
        }
        request.received = Day::Blank;
        assert_eq!(*day(&request), on("2025-10-09"), "the only day there is");
    }
}
