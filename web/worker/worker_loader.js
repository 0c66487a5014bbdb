// Starts the worker's wasm; a classic script, because module workers are younger than the oldest kernels we open in.
importScripts("worker.js");
wasm_bindgen({ module_or_path: "worker_bg.wasm" }).catch(function (error) {
  postMessage([false, "处理文件的程序没有启动，请刷新页面后再试。（" + error + "）"]);
});
