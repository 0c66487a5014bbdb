//! The day of receipt (收到申请之日), which depends on how a request came (《条例》第三十一条).

use std::sync::LazyLock;

use crate::day::Day;
use crate::fold::folded;
use crate::lists::{List, field, lists};

use super::{Channel, Request};

/// Channels with their wordings; the first that is found counts.
static CHANNELS: LazyLock<Vec<(Channel, Vec<&str>)>> = LazyLock::new(|| {
    let lists = lists(include_str!("wordings/channels.txt"));
    let of_list = |list: List| Some((field(list.name)?, list.words));
    lists.into_iter().filter_map(of_list).collect()
});

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
    fn every_list_names_a_channel() {
        assert_eq!(
            CHANNELS.len(),
            lists(include_str!("wordings/channels.txt")).len()
        );
    }

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
