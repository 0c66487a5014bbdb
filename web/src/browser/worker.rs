//! A program that works beside the page, in a worker of its own.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use nianbao_wasm::job::{Ask, Program};
use serde_wasm_bindgen::{from_value, to_value};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

#[wasm_bindgen]
extern "C" {
    /// A worker that answers as the program of this name; `web/page/boot.js` knows where its parts are.
    #[wasm_bindgen(catch, js_namespace = nianbao, js_name = program)]
    fn worker(name: &str) -> Result<Worker, JsValue>;
}

const BROKEN: &str =
    "处理程序没有启动或中途停止，可能是页面文件不完整或被浏览器拦截。请刷新页面后再试。";

/// A program stops where it meets what cannot be, or needs more memory than the browser gives.
const STOPPED: &str = "处理程序中途停止了：内容可能太大，或者是它没有见过的样子。草稿没有受影响，可以再试一次，或者换一种格式的文件。";

const ENDED: &str = "已取消。";

/// A program that runs; dropping it ends it, and refuses what was not answered yet.
pub struct Running {
    worker: Worker,
    waiting: Rc<RefCell<Waiting>>,
    // The browser calls these as long as the worker lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

/// Who waits for an answer, by the number of the request.
#[derive(Default)]
struct Waiting {
    n_asked: u32,
    fulfil: Vec<(u32, Function)>,
    is_broken: bool,
}

impl Waiting {
    fn answer(&mut self, answer: &Array) {
        let number = answer.get(0).as_f64().unwrap_or_default();
        let is_it = |(asked, _): &(u32, Function)| f64::from(*asked) == number;
        if let Some(idx) = self.fulfil.iter().position(is_it) {
            let (_, fulfil) = self.fulfil.swap_remove(idx);
            drop(fulfil.call1(&JsValue::NULL, answer));
        }
    }

    fn refuse_all(&mut self, reason: &str) {
        self.is_broken = true;
        for (number, fulfil) in std::mem::take(&mut self.fulfil) {
            let answer = Array::of3(&number.into(), &false.into(), &reason.into());
            drop(fulfil.call1(&JsValue::NULL, &answer));
        }
    }
}

impl Running {
    /// Starts a program.
    ///
    /// # Errors
    /// A Chinese sentence, where the browser starts no worker.
    pub fn start(program: Program) -> Result<Running, String> {
        let worker = worker(program.name()).map_err(|_| BROKEN)?;
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let answered = Rc::clone(&waiting);
        let on_message = Closure::new(move |event: MessageEvent| {
            answered.borrow_mut().answer(event.data().unchecked_ref());
        });
        let broken = Rc::clone(&waiting);
        let on_error = Closure::new(move |event: ErrorEvent| {
            // It is told in words here; the browser need not complain of it once more.
            event.prevent_default();
            // A script that does not arrive is told without a message.
            let message = js_sys::Reflect::get(&event, &"message".into()).ok();
            let message = message.and_then(|message| message.as_string());
            let is_stopped = message.is_some_and(|message| message.contains("RuntimeError"));
            let reason = if is_stopped { STOPPED } else { BROKEN };
            broken.borrow_mut().refuse_all(reason);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            waiting,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Whether it answers no more.
    pub fn is_broken(&self) -> bool {
        self.waiting.borrow().is_broken
    }

    /// Asks for a piece of work; the answer may be awaited while more is asked.
    ///
    /// # Errors
    /// A Chinese sentence: of the program, or that it broke or was ended.
    pub fn ask<A: Ask>(
        &self,
        asked: A,
    ) -> impl Future<Output = Result<A::Answer, String>> + use<A> {
        let job = to_value(&asked.job()).unwrap_or_default();
        let answer = self.send(&job);
        async move { from_value(answer.await?).map_err(|_| BROKEN.to_owned()) }
    }

    fn send(&self, job: &JsValue) -> impl Future<Output = Result<JsValue, String>> + use<> {
        let mut waiting = self.waiting.borrow_mut();
        waiting.n_asked += 1;
        let is_broken = waiting.is_broken;
        let number = waiting.n_asked;
        let promise = Promise::new(&mut |fulfil, _| {
            waiting.fulfil.push((number, fulfil));
        });
        let sent = self.worker.post_message(&Array::of2(&number.into(), job));
        async move {
            sent.map_err(|_| BROKEN)?;
            if is_broken {
                return Err(BROKEN.to_owned());
            }
            let answer = JsFuture::from(promise).await.map_err(|_| BROKEN)?;
            let answer: Array = answer.dyn_into().map_err(|_| BROKEN)?;
            match answer.get(1).as_bool() {
                Some(true) => Ok(answer.get(2)),
                _ => Err(answer
                    .get(2)
                    .as_string()
                    .unwrap_or_else(|| BROKEN.to_owned())),
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
        self.waiting.borrow_mut().refuse_all(ENDED);
    }
}
