import assert from "node:assert/strict";
import { story } from "../page.mjs";

const PROACTIVE = "二、主动公开政府信息情况";
const LICENSE = "行政许可，本年处理决定数量";
const HELD = "这份草稿正在另一个窗口中编辑";

story("a second window says that the first edits, follows it live, and can take over", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "12");
  await page.isSaved();

  const second = await page.another();
  await second.says(HELD);
  await second.goTo(PROACTIVE);
  await second.shows(LICENSE, "12");
  await page.figure(LICENSE, "13");
  await second.shows(LICENSE, "13");
  assert.equal(await second.isDisabled(LICENSE), true);

  // What the first has not stored yet is handed over too.
  await page.figure(LICENSE, "14");
  await second.press("在这里继续编辑");
  await page.says(HELD);
  await second.shows(LICENSE, "14");
  await second.figure(LICENSE, "15");
  await page.shows(LICENSE, "15");
  await second.key("Control+z");
  await page.shows(LICENSE, "14");
  await second.isSaved();
  assert.deepEqual(second.faults, []);
});

story("where windows cannot hear each other, the later one keeps its change in a draft of its own", async (page) => {
  await page.prepare(() => { window.BroadcastChannel = undefined; });
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "1");
  await page.isSaved();
  const second = await page.another();
  await second.goTo(PROACTIVE);
  await second.figure(LICENSE, "2");
  await second.isSaved();
  await page.figure(LICENSE, "3");
  await page.says("本窗口的内容另存为一份草稿");
  await page.isSaved();
  await page.press("全部草稿");
  const drafts = await page.drafts(2);
  assert.ok(drafts.some((draft) => draft.includes("另一窗口中的修改")));
  const stored = await page.inside(() => Object.keys(localStorage).filter((key) => key.includes("/draft/")).map((key) => JSON.parse(localStorage[key]).report.figures.licenses.license.decided));
  assert.deepEqual(stored.sort(), [2, 3]);
});

story("a window that is gone does not hold its draft", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.isSaved();
  const second = await page.another();
  await second.says(HELD);
  // What was typed last is handed over, though there was no pause after it.
  await page.fill("机关名称", "示例县林业局");
  await page.leave();
  await second.isEditable("机关名称");
  assert.equal(await second.value("机关名称"), "示例县林业局");
  await second.fill("机关名称", "示例县气象局");
  await second.isSaved();
  await second.reload();
  assert.equal(await second.value("机关名称"), "示例县气象局");
});

story("a window that ended without a word does not hold its draft, once somebody comes back to another", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.isSaved();
  const second = await page.another();
  await second.says(HELD);
  await page.inside(() => { BroadcastChannel.prototype.postMessage = () => {}; });
  await page.leave();
  await second.inside(() => window.dispatchEvent(new Event("focus")));
  await second.isEditable("机关名称");
  await second.fill("机关名称", "示例县气象局");
  await second.isSaved();
});

story("a window that goes on to another draft leaves this one to who follows it", async (page) => {
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.isSaved();
  const second = await page.another();
  await second.says(HELD);
  // Coming back to a window does not take the draft from who edits it.
  await second.inside(() => window.dispatchEvent(new Event("focus")));
  await page.fill("机关名称", "示例县林业局");
  await second.shows("机关名称", "示例县林业局");
  assert.equal(await second.isDisabled("机关名称"), true);
  await page.press("全部草稿");
  await second.isEditable("机关名称");
  await second.fill("机关名称", "示例县气象局");
  await second.isSaved();
  await second.press("全部草稿");
  await second.drafts(1);
});

story("a clock that goes back loses nothing and begins no quarrel", async (page) => {
  await page.prepare(() => {
    const now = Date.now;
    let hours = 0;
    Date.now = () => now() - 3_600_000 * hours++;
  });
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  for (const figure of ["1", "2", "3"]) {
    await page.figure(LICENSE, figure);
    await page.isSaved();
  }
  await page.reload();
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "3");
  await page.press("全部草稿");
  await page.drafts(1);
});

story("from whichever call on the storage fails, what is shown as saved is stored", async (page) => {
  await page.prepare(() => {
    window.calls = 0;
    for (const name of ["getItem", "setItem", "removeItem", "key"]) {
      const call = Storage.prototype[name];
      Storage.prototype[name] = function (...given) {
        window.calls += 1;
        if (window.failing && window.calls >= window.failing) throw new DOMException("full", window.fault);
        return call.apply(this, given);
      };
    }
  });
  await page.open();
  await page.press("新建年报");
  await page.goTo(PROACTIVE);
  let figure = 100;
  let refused = 0;
  for (const fault of ["QuotaExceededError", "SecurityError"]) {
    for (let failing = 1; failing <= 6; failing++) {
      figure += 1;
      await page.inside(([failing, fault]) => Object.assign(window, { calls: 0, failing, fault }), [failing, fault]);
      await page.figure(LICENSE, String(figure));
      const state = await page.saving();
      await page.inside(() => { window.failing = 0; });
      const stored = await page.inside(() => Object.keys(localStorage).filter((key) => key.includes("/draft/")).map((key) => JSON.parse(localStorage[key]).report.figures.licenses?.license.decided));
      if (state.startsWith("已保存")) assert.ok(stored.includes(figure), `${fault} at call ${failing}: ${stored}`);
      else refused += 1;
    }
  }
  assert.ok(refused > 0, "no fault was ever met");
  await page.figure(LICENSE, "999");
  await page.isSaved();
  await page.reload();
  await page.goTo(PROACTIVE);
  await page.shows(LICENSE, "999");
});

story("a window that dies between two writes loses nothing that was shown as saved", async (page) => {
  // From a chosen write on nothing reaches the storage any more, as if the power were gone.
  await page.prepare(() => {
    for (const name of ["setItem", "removeItem"]) {
      const call = Storage.prototype[name];
      Storage.prototype[name] = function (...given) {
        window.isDead ||= window.left === 0;
        window.left -= 1;
        if (!window.isDead) call.apply(this, given);
      };
    }
  });
  const dies = async (left, act) => {
    await page.inside((left) => { window.left = left; }, left);
    await act();
    const isDead = await page.inside(() => window.isDead);
    await page.reload();
    return isDead;
  };
  await page.open();
  await page.press("新建年报");
  await page.fill("机关名称", "示例县水务局");
  await page.goTo(PROACTIVE);
  await page.figure(LICENSE, "7");
  await page.isSaved();
  let saved = "7";
  for (let left = 0, isDead = true; isDead; left++) {
    const typed = String(100 + left);
    isDead = await dies(left, async () => {
      await page.figure(LICENSE, typed);
      await page.saving();
    });
    await page.goTo(PROACTIVE);
    const found = await page.value(LICENSE);
    assert.ok([typed, ...(isDead ? [saved] : [])].includes(found), `${found} after ${left} writes`);
    saved = found;
  }
  assert.notEqual(saved, "100", "no write was ever missed");

  const stored = () => page.inside(() => Object.keys(localStorage).filter((key) => key.includes("/draft/")).map((key) => JSON.parse(localStorage[key]).report.figures.licenses?.license.decided));
  const toList = async () => {
    await page.inside(() => {
      localStorage.removeItem("nianbao/v1/current");
      history.replaceState(null, "", "#/");
    });
    await page.reload();
  };
  for (let left = 0, isDead = true; isDead; left++) {
    await toList();
    isDead = await dies(left, async () => {
      await page.press("新建年报");
      await page.saving();
    });
    assert.ok((await stored()).includes(Number(saved)), `a new draft after ${left} writes`);
  }

  await toList();
  const { name, bytes } = await page.download("备份全部草稿");
  const kept = await stored();
  for (let left = 0, isDead = true; isDead; left++) {
    await page.forgetsDrafts();
    isDead = await dies(left, async () => {
      await page.restore(name, bytes);
      await page.says(/已从备份恢复/);
    });
    assert.equal((await stored()).length, isDead ? left : kept.length);
    await page.restore(name, bytes);
    await page.drafts(kept.length);
  }
  assert.deepEqual((await stored()).sort(), kept.sort());
});
