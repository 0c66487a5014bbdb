// Starts the page, and says in a sentence when it cannot be started or has broken.
// A classic script without new syntax: older kernels and pages opened from a folder must get as far as the sentence.
(function () {
  "use strict";
  var progress = document.getElementById("progress");

  // Every browser with toSorted also knows 'wasm-unsafe-eval': there the policy is narrowed, and eval is refused.
  if (Array.prototype.toSorted) {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "script-src 'self' 'wasm-unsafe-eval'";
    document.head.appendChild(policy);
  }

  function fail(sentence, error) {
    progress.setAttribute("role", "alert");
    progress.textContent = sentence + (error ? "（" + error + "）" : "");
  }

  // A file that is dropped beside its place would otherwise be shown instead of the page.
  function keepPage(event) {
    if (event.dataTransfer && event.dataTransfer.types.indexOf("Files") >= 0) event.preventDefault();
  }
  addEventListener("dragover", keepPage);
  addEventListener("drop", keepPage);

  // A program that meets what cannot be stops without a word of its own.
  function crash(error) {
    if (error instanceof WebAssembly.RuntimeError) document.getElementById("crash").hidden = false;
  }
  addEventListener("error", function (event) { crash(event.error); });
  addEventListener("unhandledrejection", function (event) { crash(event.reason); });

  function download(url) {
    return fetch(url, { credentials: "same-origin" }).then(function (response) {
      if (!response.ok) throw new Error(response.status);
      var received = 0;
      var reader = response.body.getReader();
      var body = new ReadableStream({
        pull: function (controller) {
          return reader.read().then(function (chunk) {
            if (chunk.done) return controller.close();
            received += chunk.value.length;
            progress.textContent = "正在打开…（已下载 " + Math.round(received / 1024) + " KB）";
            controller.enqueue(chunk.value);
          });
        },
      });
      // The type is set here because some hosts serve .wasm as something else.
      return new Response(body, { headers: { "content-type": "application/wasm" } });
    });
  }

  function start(glue, response) {
    return glue.default({ module_or_path: response }).catch(function (error) {
      // Once the page has taken the place of this text, it speaks for itself.
      if (!progress.isConnected) throw error;
      fail("浏览器没能启动本页面：内核可能太旧，或被安全策略禁止运行 WebAssembly。请换用 Chromium 86 及以上内核的浏览器，或联系网站管理员。", error);
    });
  }

  if (location.protocol === "file:") {
    fail("本页面要从网站打开，不能在文件夹中直接双击打开。请向提供本页面的人索取网址。");
  } else if (typeof WebAssembly !== "object" || typeof ReadableStream !== "function") {
    fail("浏览器内核太旧，打不开本页面。请换用 Chromium 86 及以上内核的浏览器。");
  } else {
    var glue = document.querySelector("link[rel=modulepreload]").href;
    var wasm = document.querySelector("link[rel=preload][as=fetch]").href;
    Promise.all([import(glue), download(wasm)]).then(
      function (parts) { return start(parts[0], parts[1]); },
      function (error) { fail("本页面没有下载完整。请检查网络后刷新重试。", error.message); }
    );
  }
})();
