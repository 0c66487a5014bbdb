//! Mounts the page.

#![expect(
    unreachable_pub,
    reason = "a program promises nothing to other crates; here `pub` marks what a module offers the page"
)]

use leptos::prelude::*;

mod app;
mod bar;
mod browser;
mod controls;
mod desk;
mod parts;
mod places;
mod rest;
mod screens;

fn main() {
    app::draw_in("page", || view! { <app::App /> }.into_any());
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
}
