// The journal of the drafts: a copy of what was stored last, in IndexedDB, which says when it is on the disk.
// localStorage says nothing of the kind: browsers write it when they like, up to a minute later.
(function () {
  "use strict";
  var STORE = "drafts";
  // Longer than the slowest disk takes; some browsers never answer where they keep nothing.
  var PATIENCE_MS = 8000;
  var opened;

  function open() {
    opened = opened || new Promise(function (done, fail) {
      var request = indexedDB.open("nianbao", 1);
      request.onupgradeneeded = function () { request.result.createObjectStore(STORE); };
      request.onerror = function () { fail(request.error); };
      request.onsuccess = function () {
        var database = request.result;
        // Whoever deletes the journal, or the browser itself, need not wait for this window.
        database.onversionchange = function () {
          database.close();
          opened = undefined;
        };
        database.onclose = function () { opened = undefined; };
        done(database);
      };
    });
    // What cannot be opened now may be later.
    opened.catch(function () { opened = undefined; });
    return opened;
  }

  // Works on the journal: gives what the work came to, and whether the browser promised to have it on the disk.
  function work(mode, act) {
    var working = open().then(function (database) {
      return new Promise(function (done, fail) {
        // A browser that does not know the third argument passes over it.
        var transaction = database.transaction(STORE, mode, { durability: "strict" });
        var asked = act(transaction.objectStore(STORE));
        transaction.oncomplete = function () {
          done({ results: asked.map(function (request) { return request.result; }), isOnDisk: transaction.durability === "strict" });
        };
        transaction.onabort = function () { fail(transaction.error); };
      });
    });
    return Promise.race([working, new Promise(function (_, fail) {
      setTimeout(function () { fail(new DOMException("", "TimeoutError")); }, PATIENCE_MS);
    })]);
  }

  window.nianbao = window.nianbao || {};
  // Called by the page.
  nianbao.journal = {
    // Everything in it: keys and texts by turns.
    all: function () {
      return work("readonly", function (store) { return [store.getAllKeys(), store.getAll()]; }).then(function (done) {
        var texts = done.results[1];
        return [].concat.apply([], done.results[0].map(function (key, idx) { return [key, texts[idx]]; }));
      });
    },
    // Copies what localStorage holds under a key, or that it holds nothing; whether it is on the disk then.
    copy: function (key) {
      // Within a promise, since a storage that refuses to be read throws.
      return new Promise(function (done) { done(localStorage.getItem(key)); }).then(function (text) {
        return work("readwrite", function (store) {
          return [text === null ? store.delete(key) : store.put(text, key)];
        });
      }).then(function (done) { return done.isOnDisk; });
    },
    // Leaves out what localStorage has held for long, if no other window has copied something since.
    forget: function (key, text) {
      return work("readwrite", function (store) {
        var held = store.get(key);
        held.onsuccess = function () { if (held.result === text) store.delete(key); };
        return [];
      });
    },
  };
})();
