// The journal beside the storage: what one has lost the other gives back, and the page promises no more than both keep.
import assert from "node:assert/strict";
import { story } from "../page.mjs";

/** Stands for the storage having lost its last writes: puts back, or takes away, what it holds of the one draft. */
function loses(page, change) {
  return page.inside((change) => {
    const key = Object.keys(localStorage).find((key) => key.includes("/draft/"));
    const draft = JSON.parse(localStorage[key]);
    if (change === "gone") {
      localStorage.removeItem(key);
      localStorage.removeItem("nianbao/v1/current");
    } else if (change === "torn") {
      localStorage[key] = localStorage[key].slice(0, 100);
    } else {
      draft.changed += change;
      draft.report.organ.name = "示例县气象局";
      localStorage[key] = JSON.stringify(draft);
    }
  }, change);
}

async function written(page) {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.isSaved();
}

story("a draft that the storage has lost stands in the list again", async (page) => {
  await written(page);
  await loses(page, "gone");
  await page.reload();
  await page.says("已找回 1 份草稿最近的修改");
  await page.drafts(1);
  await page.press(/^示例县水务局/);
  assert.equal(await page.value("机关名称"), "示例县水务局");
  await page.key("Control+z");
  await page.shows("机关名称", "");
});

story("an open draft of which the storage has an earlier state is shown as it was saved last", async (page) => {
  await written(page);
  await loses(page, -1_000);
  await page.reload();
  await page.shows("机关名称", "示例县水务局");
  await page.isSaved();
  await page.reload();
  await page.shows("机关名称", "示例县水务局");
});

story("a later state of the storage stays", async (page) => {
  await written(page);
  await loses(page, 1_000);
  await page.reload();
  await page.isSaved();
  assert.equal(await page.value("机关名称"), "示例县气象局");
  await page.reload();
  await page.isSaved();
  assert.equal(await page.value("机关名称"), "示例县气象局");
});

story("a torn text in the storage is listed beside the draft that the journal has", async (page) => {
  await written(page);
  await loses(page, "torn");
  await page.reload();
  await page.says("已找回 1 份草稿");
  const drafts = await page.drafts(2);
  assert.ok(drafts.some((draft) => draft.includes("示例县水务局")));
  assert.ok(drafts.some((draft) => draft.includes("无法读取的草稿")));
});

story("what stands in the journal and is no draft harms nothing", async (page) => {
  await written(page);
  await page.inside(() => new Promise((done) => {
    indexedDB.open("nianbao").onsuccess = ({ target: { result: database } }) => {
      const transaction = database.transaction("drafts", "readwrite");
      const store = transaction.objectStore("drafts");
      store.put("{", Object.keys(localStorage).find((key) => key.includes("/draft/")));
      store.put({ no: "text" }, "nianbao/v1/draft/7");
      store.put("{}", 8);
      transaction.oncomplete = done;
    };
  }));
  await page.reload();
  await page.isSaved();
  assert.equal(await page.value("机关名称"), "示例县水务局");
});

story("a deleted draft stays deleted, and one that was put back stays", async (page) => {
  await written(page);
  await page.press("全部草稿");
  await page.more("删除", "示例县水务局");
  await page.drafts(0);
  await page.press("新建年报");
  await page.isSaved();
  await page.press("全部草稿");
  await page.more("删除", "（未填机关名称）");
  await page.press(/^放回“（未填机关名称）/);
  await page.drafts(1);
  await page.reload();
  await page.drafts(1);
});

const PROMISES = {
  "a browser that forbids the journal": {
    prepare: () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; },
    says: /^已暂存 .*断电时可能丢失最近的修改（浏览器不允许）$/,
  },
  "a browser whose journal never answers": {
    prepare: () => { IDBFactory.prototype.open = () => ({}); },
    says: /^已暂存 .*（浏览器没有回应）$/,
  },
  "a full disk": {
    prepare: () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; },
    says: /^已暂存 .*（磁盘空间不足）$/,
  },
  "a browser that makes no promise about the disk": {
    prepare: () => { Object.defineProperty(IDBTransaction.prototype, "durability", { value: undefined }); },
    says: /^已保存在本机浏览器 .*（断电时可能丢失最近的修改）$/,
  },
};
for (const [what, { prepare, says }] of Object.entries(PROMISES)) {
  story(`${what} is told in the line that says how safe the draft is`, async (page) => {
    await page.prepare(prepare);
    await page.open();
    await page.press("新建年报");
    await page.fill("机关名称", "示例县水务局");
    await page.says("正在写入…");
    assert.match(await page.saving(), says);
    await page.reload();
    assert.equal(await page.value("机关名称"), "示例县水务局");
  });
}

story("nothing is said to be saved while it is being written to the disk", async (page) => {
  // Holds the answer that a change is on the disk.
  await page.prepare(() => {
    window.held = [];
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
    Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
      set(answer) {
        set.call(this, (event) => (window.isHolding ? window.held.push(() => answer(event)) : answer(event)));
      },
    });
  });
  await page.open();
  await page.press("新建年报");
  await page.isSaved();
  await page.inside(() => { window.isHolding = true; });
  await page.fill("机关名称", "示例县水务局");
  await page.holdsBack(1);
  await page.says("正在写入…");
  await page.inside(() => window.held.forEach((answer) => answer()));
  await page.isSaved();
});
