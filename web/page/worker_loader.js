// Starts a program beside the page; a classic script, because module workers are younger than the oldest kernels we open in.
// The address names the program after #. In the page that is one file, the program stands above this text, and its wasm comes as a message.
(function () {
  "use strict";
  var program = location.hash.slice(1);
  // What is asked before the program has started waits for it.
  var early = [];
  onmessage = function (event) {
    if (event.data instanceof ArrayBuffer) start(event.data); else early.push(event);
  };

  // The page hears of errors, but not of promises that fail: what stops a program within one is thrown once more, outside.
  addEventListener("unhandledrejection", function (event) {
    event.preventDefault();
    setTimeout(function () { throw event.reason; });
  });

  function answerEarly() {
    // Each by itself and outside of the promise that led here: what stops the program is heard then, in old browsers too.
    early.forEach(function (event) { setTimeout(function () { onmessage(event); }); });
  }

  function start(wasm) {
    wasm_bindgen({ module_or_path: wasm }).then(answerEarly, function (error) {
      onmessage = function (event) {
        postMessage([event.data[0], false, "处理程序没有启动，请刷新页面后再试。（" + error + "）"]);
      };
      answerEarly();
    });
  }

  if (program) {
    importScripts(program + ".js");
    start(program + "_bg.wasm");
  }
})();
