// Starts the page, says in a sentence when it cannot be started or has broken, and starts the programs beside it.
// A classic script with little new syntax: older kernels must get as far as the sentence.
(function () {
  "use strict";
  var home = document.currentScript.src;
  // In the page that is one file, every part stands in the page itself, packed under its name.
  var isOneFile = Boolean(document.getElementById("web_bg.wasm"));
  var progress = document.getElementById("progress");
  var bar = document.getElementById("bar");
  var begin = document.getElementById("begin");

  // Every browser with toSorted also knows 'wasm-unsafe-eval': there the policy is narrowed, and eval is refused.
  if (Array.prototype.toSorted) {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = isOneFile ? "script-src 'wasm-unsafe-eval'; worker-src blob:" : "script-src 'self' 'wasm-unsafe-eval'";
    document.head.appendChild(policy);
  }

  // Colors and letters as the reader chose them.
  var display = document.getElementById("display");
  display.hidden = false;
  var choices = display.querySelectorAll("select");
  function show() {
    document.documentElement.className = choices[1].value;
    [].forEach.call(document.styleSheets, function (sheet) {
      var rules = [];
      try { rules = sheet.cssRules; } catch (_) { /* In a folder a page may not read its own styles. */ }
      [].forEach.call(rules, function (rule) {
        // What is meant for dark systems is for all, or for none.
        rule.isDark = rule.isDark || /prefers-color-scheme/.test(rule.conditionText);
        if (rule.isDark) rule.media.mediaText = choices[0].value || "(prefers-color-scheme: dark)";
      });
    });
  }
  choices.forEach(function (choice) {
    var key = "nianbao/v1/" + choice.id;
    try { choice.value = localStorage.getItem(key) || ""; } catch (_) { /* Nothing is kept here. */ }
    choice.onchange = function () {
      show();
      try { localStorage.setItem(key, choice.value); } catch (_) { /* It lasts as long as the window. */ }
    };
  });
  // Looking through all styles takes as long as drawing them.
  if (choices[0].value || choices[1].value) show();

  // A menu closes when something else is clicked, when what it offers is chosen, and by Escape.
  addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target) || event.target.closest("button")) menu.open = false;
    });
  });
  addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && event.target.closest && event.target.closest("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Until it has failed, which is said once, or the page has taken the place of this text and speaks for itself.
  function isOpening() { return progress.isConnected && progress.getAttribute("role") === "status"; }

  function fail(sentence, error) {
    if (!isOpening()) return;
    progress.setAttribute("role", "alert");
    progress.textContent = sentence + (error ? "（" + error + "）" : "");
    bar.remove();
    document.getElementById("late").remove();
    begin.querySelectorAll("input, button").forEach(function (control) { control.disabled = true; });
  }

  // How far the program is, and what comes then; what was refused may go on arriving all the same.
  var received = 0;
  var pressed;
  var next = "";
  var dropped = "";
  function tell() {
    if (!isOpening()) return;
    progress.textContent = "正在打开…" + (received ? "（已下载 " + Math.round(received / 1024) + " KB）" : "") + next + dropped;
  }

  // What stands in the field of the first screen outlasts a reload.
  var organ = document.getElementById("begin-organ");
  try { organ.value = sessionStorage.getItem("nianbao/v1/begin"); } catch (_) { /* Nothing is kept here. */ }
  addEventListener("pagehide", function () {
    try { sessionStorage.setItem("nianbao/v1/begin", organ.value); } catch (_) { /* It lasts as long as the page. */ }
  });

  // The first screen is here before the program: a button that is pressed meanwhile is pressed again once somebody hears it.
  function offerToBegin() {
    // The draft that the address names, or that was open last, is opened again instead.
    begin.hidden = /^#\/[^/]+\/./.test(location.hash);
    try { begin.hidden = begin.hidden || localStorage.getItem("nianbao/v1/current") !== null; } catch (_) { /* Nothing is kept here. */ }
    begin.onclick = function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      event.preventDefault();
      pressed = button;
      next = "随后" + pressed.textContent + "。";
      tell();
    };
    // Who goes on typing has not finished yet.
    begin.oninput = function () {
      if (!pressed) return;
      next = "改好后请再点一次“" + pressed.textContent + "”。";
      pressed = undefined;
      tell();
    };
  }
  function hearButtons() {
    begin.hidden = false;
    begin.onclick = begin.oninput = null;
    if (pressed) pressed.click();
  }

  // A file that is dropped beside its place would otherwise be shown instead of the page.
  function keepPage(event) {
    if (!event.dataTransfer || event.dataTransfer.types.indexOf("Files") < 0) return;
    event.preventDefault();
    if (event.type !== "drop") return;
    dropped = "文件请在打开以后再拖一次。";
    tell();
  }
  addEventListener("dragover", keepPage);
  addEventListener("drop", keepPage);

  // A program that meets what cannot be stops without a word of its own.
  function crash(error) {
    if (error instanceof WebAssembly.RuntimeError) document.getElementById("crash").hidden = false;
  }
  addEventListener("error", function (event) { crash(event.error); });
  addEventListener("unhandledrejection", function (event) { crash(event.reason); });

  // A file of the page as it arrives; what is wrong with the host is said in words.
  function download(url) {
    return fetch(url, { credentials: "same-origin" }).then(function (response) {
      // A host that answers every question with its first page lacks the file as well.
      var isPage = /^text\/html/.test(response.headers.get("content-type"));
      if (!response.ok || isPage) throw "网站上缺少本页面的文件，请告诉网站管理员重新放置全部文件。（" + url.split("/").pop() + "：" + response.status + (isPage ? " text/html" : "") + "）";
      return response;
    }, function (error) {
      throw "本页面没有下载完整。请检查网络后刷新重试。（" + error.message + "）";
    });
  }

  function wasmOf(response) {
    var reader = response.body.getReader();
    var body = new ReadableStream({
      pull: function (controller) {
        return reader.read().then(function (chunk) {
          if (chunk.done) return controller.close();
          received += chunk.value.length;
          tell();
          // The built page says how long its program is: hosts that compress it do not.
          if (bar.hasAttribute("max")) bar.value = received;
          controller.enqueue(chunk.value);
        });
      },
    });
    // The type is set here because some hosts serve .wasm as something else.
    return new Response(body, { headers: { "content-type": "application/wasm" } });
  }

  // The browser does not say why it refused a script, so we ask the host for it once more.
  function load(glue) {
    return import(glue).catch(function (error) {
      return download(glue).then(function (response) {
        throw "浏览器拒绝运行网站发来的脚本，请告诉网站管理员：.js 文件的类型应为 text/javascript，现为 " +
          (response.headers.get("content-type") || "空") + "。（" + error.message + "）";
      });
    });
  }

  function unpacked(name) {
    var text = atob(document.getElementById(name).textContent);
    var bytes = new Uint8Array(text.length);
    for (var at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  function parts() {
    if (isOneFile) return Promise.all([nianbao.glue, unpacked("web_bg.wasm")]);
    var glue = document.querySelector("link[rel=modulepreload]").href;
    var wasm = document.querySelector("link[rel=preload][as=fetch]").href;
    return Promise.all([load(glue), download(wasm).then(wasmOf)]);
  }

  // Called by the program: loads its second part, which shares memory, functions and variables with the first, and tells it so.
  var started;
  window.nianbao = window.nianbao || {};
  // Where the journal did not arrive the page works without it, and says so.
  function refuse() { return Promise.reject(new TypeError()); }
  nianbao.journal = nianbao.journal || { all: refuse, copy: refuse, forget: refuse };
  nianbao.parts = {
    __wasm_split_load_rest: function (callback, data) {
      var bytes = isOneFile ? unpacked("rest.wasm") : download(new URL("rest.wasm", home).href).then(function (response) { return response.arrayBuffer(); });
      bytes.then(function (bytes) {
        return started.then(function (shared) { return WebAssembly.instantiate(bytes, { __wasm_split: shared }); });
      }).then(function () { return true; }, function () { return false; }).then(function (isHere) {
        return started.then(function (shared) { shared.__indirect_function_table.get(callback)(data, isHere); });
      });
    },
  };

  function start(parts) {
    started = parts[0].default({ module_or_path: parts[1] });
    return started.catch(function (error) {
      fail("浏览器没能启动本页面：内核可能太旧，或被安全策略禁止运行 WebAssembly。请换用 Chromium 86 及以上内核的浏览器，或联系网站管理员。", error);
      throw error;
    });
  }

  // Called by the page: a worker that answers as the program of this name.
  nianbao.program = function (name) {
    if (!isOneFile) return new Worker(new URL("worker_loader.js#" + name, home));
    var url = URL.createObjectURL(new Blob([document.getElementById(name + ".js").textContent], { type: "text/javascript" }));
    var worker = new Worker(url);
    unpacked(name + "_bg.wasm").then(function (wasm) {
      URL.revokeObjectURL(url);
      worker.postMessage(wasm, [wasm]);
    }).catch(function () { worker.dispatchEvent(new ErrorEvent("error")); });
    return worker;
  };

  // Called by the page: an SVG picture as a PNG of twice its size, on white; no bytes where the browser refuses.
  nianbao.png = function (svg) {
    var size = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
    var picture = new Image();
    // An address that holds the picture itself, since pages from a disk may not look at canvases with anything else.
    // Firefox draws no picture that does not say its size.
    picture.src = "data:image/svg+xml," + encodeURIComponent(svg.replace("<svg ", "<svg width=\"" + size[1] + "\" height=\"" + size[2] + "\" "));
    return picture.decode().then(function () {
      var canvas = document.createElement("canvas");
      canvas.width = 2 * size[1];
      canvas.height = 2 * size[2];
      var ink = canvas.getContext("2d");
      ink.fillStyle = "#ffffff";
      ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.drawImage(picture, 0, 0, canvas.width, canvas.height);
      return new Promise(function (done) { canvas.toBlob(done, "image/png"); });
    }).then(function (blob) { return blob.arrayBuffer(); });
  };

  // Where the browser keeps the page for a time without network, a new version waits until it is wanted.
  function keep() {
    if (!document.querySelector("link[rel=manifest]") || !navigator.serviceWorker) return;
    var bar = document.getElementById("update");
    navigator.serviceWorker.register("offline.js").then(function (registration) {
      function offer() {
        if (!registration.waiting || !navigator.serviceWorker.controller) return;
        bar.hidden = false;
        bar.querySelector("button").onclick = function () {
          // Leaving the page stores what was typed last.
          navigator.serviceWorker.addEventListener("controllerchange", function () { location.reload(); });
          registration.waiting.postMessage("take over");
        };
      }
      offer();
      registration.addEventListener("updatefound", function () {
        registration.installing.addEventListener("statechange", offer);
      });
    }).catch(function () { /* Not kept, as in a private window: the page works all the same. */ });
  }

  if (location.protocol === "file:" && !isOneFile) {
    fail("这个文件要从网站打开。在文件夹中请双击同一文件夹里的 nianbao.html（离线版），内容完全一样。");
  } else if (typeof WebAssembly !== "object" || typeof ReadableStream !== "function") {
    fail("浏览器内核太旧，或关闭了 WebAssembly，打不开本页面。请换用 Chromium 86 及以上内核的浏览器。");
  } else if (isOneFile && typeof DecompressionStream !== "function") {
    fail("浏览器内核太旧，打不开离线版。请换用 Chromium 86 或 Firefox 115 以上内核的浏览器。");
  } else {
    offerToBegin();
    parts().then(function (parts) {
      return start(parts).then(function () {
        hearButtons();
        keep();
      });
    }).catch(function (reason) {
      if (typeof reason === "string") return fail(reason);
      fail("本页面没能打开，请刷新一次；仍打不开时，请告诉提供本页面的人“页面文件可能不全”。", reason);
      throw reason;
    });
  }
})();
