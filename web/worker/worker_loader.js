// Starts the program that the address names after #; a classic script, because module workers are younger than the oldest kernels we open in.
(function () {
  "use strict";
  var program = location.hash.slice(1);
  // What is asked before the program has started waits for it.
  var early = [];
  onmessage = function (event) { early.push(event); };

  function answerEarly() {
    early.forEach(function (event) { onmessage(event); });
  }

  importScripts(program + ".js");
  wasm_bindgen({ module_or_path: program + "_bg.wasm" }).then(answerEarly, function (error) {
    onmessage = function (event) {
      postMessage([event.data[0], false, "处理程序没有启动，请刷新页面后再试。（" + error + "）"]);
    };
    answerEarly();
  });
})();
