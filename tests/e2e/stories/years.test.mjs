import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { story } from "../page.mjs";

const REQUESTS = "三、收到和处理政府信息公开申请情况";
const OVER = "二、上年结转政府信息公开申请数量，法人或其他组织 商业企业";

/** What a small office published. */
const PUBLISHED = [
  "示例县农业局2025年政府信息公开工作年度报告",
  "一、总体情况",
  "全年主动公开信息18条。",
  "二、主动公开政府信息情况",
  "第二十条第（一）项",
  "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
  "规章\t0\t0\t0",
  "行政规范性文件\t2\t/\t9",
  "五、存在的主要问题及改进情况",
  "更新不够及时，下一步将按月检查。",
  "六、其他需要报告的事项",
  "未收取信息处理费。",
].join("\n");

story("next year's report begins with what was carried forward, and is checked against last year's", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo(REQUESTS);
  await page.figure("一、本年新收政府信息公开申请数量，法人或其他组织 商业企业", "4");
  await page.figure("四、结转下年度继续办理，法人或其他组织 商业企业", "4");
  await page.press("全部草稿");
  await page.more("建下一年度：", "示例市信访局 2025年");
  await page.says("示例市信访局 2026年");
  await page.goTo(REQUESTS);
  await page.shows(OVER, "4");
  assert.match(await page.beside(OVER), /上年 ?0/);

  await page.figure(OVER, "7");
  await page.press(/^按上年报告填/);
  await page.shows(OVER, "4");
  await page.press("撤销");
  await page.shows(OVER, "7");

  await page.isSaved();
  await page.reload();
  await page.shows(OVER, "7");
  await page.goTo("基本信息");
  await page.says("示例市信访局 2025年");
});

story("a published report is pasted, shown, and taken over", async (page) => {
  await page.open();
  await page.pasteInto("粘贴年报", PUBLISHED);
  await page.heading("从“粘贴的内容”读到的内容");
  await page.says("示例县农业局 2025年");
  await page.says(/200 个数据中读到 \d+ 个/);
  await page.says("没有找到“三、收到和处理政府信息公开申请情况”");
  await page.press("作为新草稿打开");
  await page.heading("基本信息");
  assert.equal(await page.value("机关名称"), "示例县农业局");
  await page.goTo("二、主动公开政府信息情况");
  await page.shows("行政规范性文件，本年制发件数", "2");
  await page.shows("行政规范性文件，本年废止件数", "/");
  await page.shows("行政许可，本年处理决定数量", "");
});

story("what is no report is refused with a sentence that says what to do", async (page) => {
  await page.open();
  await page.chooseFile("旧年报.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
  await page.heading("没有打开“旧年报.doc”");
  await page.says("用原软件打开后另存再试");
  await page.press("返回");
  await page.heading("政府信息公开工作年度报告");
});

story("a downloaded document opens again as the same report", async (page) => {
  await page.open();
  await page.press("看一份示例");
  await page.goTo("二、主动公开政府信息情况");
  await page.figure("行政事业性收费，本年收费金额（单位：万元）", "12.50");
  await page.goTo("预览和下载");
  for (const [button, ending] of [[/下载 Word/, "docx"], [/下载 网页/, "html"]]) {
    const { bytes } = await page.download(button);
    await page.press("全部草稿");
    await page.chooseFile(`报告.${ending}`, bytes);
    await page.heading(`从“报告.${ending}”读到的内容`);
    await page.says("200 个数据全部读到。");
    await page.press("作为新草稿打开");
    await page.goTo("二、主动公开政府信息情况");
    await page.shows("行政事业性收费，本年收费金额（单位：万元）", "12.50");
    await page.summary("没有发现问题");
    await page.goTo("预览和下载");
  }
});

story("a report is dropped onto the page, or pasted as the web page that it is", async (page) => {
  await page.open();
  await page.dropFile("年报.txt", PUBLISHED);
  await page.heading("从“年报.txt”读到的内容");
  await page.press("不要了");
  const row = "<tr><td>规章</td><td>3</td><td>1</td><td>12</td></tr>";
  const head = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>";
  const html = `<h1>示例县农业局2025年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><p>第二十条第（一）项</p><table>${head}${row}</table>`;
  await page.standIn("粘贴年报");
  await page.paste("规章 3 1 12", html);
  await page.press("作为新草稿打开");
  await page.goTo("二、主动公开政府信息情况");
  await page.shows("规章，现行有效件数", "12");
});

story("a reading that is cancelled ends at once", async (page) => {
  await page.open();
  await page.chooseFile("很长.txt", `一、总体情况\n${"全年主动公开信息18条。\n".repeat(400_000)}`);
  await page.heading("正在读取“很长.txt”");
  await page.works("read", 1);
  await page.press("取消");
  await page.heading("政府信息公开工作年度报告");
  await page.works("read", 0);
  await page.press("新建年报");
  await page.heading("基本信息");
});

story("a web page in the encoding of older government sites is read as it is", async (page) => {
  const source = new URL("../../data/readings/saved-page-in-gbk/source.html", import.meta.url);
  await page.open();
  await page.chooseFile("年报.html", await readFile(source));
  await page.says("示例市卫生健康委员会 2023年");
  await page.says("200 个数据全部读到。");
});

story("a figure that was read with a guess stays doubtful until it is confirmed", async (page) => {
  const source = new URL("../../data/readings/figures-glued-to-labels/source.txt", import.meta.url);
  await page.open();
  await page.chooseFile("年报.txt", await readFile(source));
  await page.press("作为新草稿打开");
  await page.summary(/读作“/);
  const doubtful = await page.doubtful();
  assert.ok(doubtful > 1);
  // A row of several figures is one finding until each of them is confirmed; this one is alone in its row.
  await page.follow(/行政许可.*读作“/);
  await page.press("核对无误");
  await page.doubtful(doubtful - 1);
  await page.reload();
  await page.summary(/读作“/);
  await page.doubtful(doubtful - 1);
});

story("last year's report from a file is asked for by the main button, and a file of somebody else is doubted", async (page) => {
  await page.open();
  await page.fill("机关名称", "示例县农业局");
  await page.press("新建年报");
  await page.choose("报告年度", "2026 年");
  await page.chooseFile("去年.txt", PUBLISHED);
  await page.heading("从“去年.txt”读到的内容");
  assert.equal(await page.mainButton(), "作为“示例县农业局 2026年”的上年报告");
  await page.press("作为“示例县农业局 2026年”的上年报告");
  await page.says("移除上年报告");
  await page.press("移除上年报告");

  await page.chooseFile("别家.txt", PUBLISHED.replaceAll("示例县农业局", "示例县林业局"));
  await page.says("这是“示例县林业局”的年报，正在编制的是“示例县农业局”的，请确认是不是选错了文件。");
  assert.equal(await page.mainButton(), undefined);
  await page.press("不要了");
  await page.chooseFile("同年.txt", PUBLISHED.replaceAll("2025", "2026"));
  await page.says("上年应是 2025 年");
});

story("of the drafts, only those that can be last year's are offered as that", async (page) => {
  await page.open();
  for (const [organ, year] of [["示例县农业局", "2024 年"], ["示例县农业局", "2025 年"], ["示例县林业局", "2025 年"], ["示例县农业局", "2026 年"]]) {
    await page.fill("机关名称", organ);
    await page.press("新建年报");
    await page.choose("报告年度", year);
    if (year !== "2026 年") await page.press("全部草稿");
  }
  assert.deepEqual(await page.choices("或者从草稿中选"), ["请选择", "示例县农业局 2025年"]);
});

story("a date typed another way is written as documents do when it is left, and no impossible one is touched", async (page) => {
  await page.open();
  await page.press("新建年报");
  for (const typed of ["2027/1/9", "20270109", "2027年01月09日", "2027-1-9"]) {
    await page.fill("成文日期", "");
    await page.standIn("成文日期");
    await page.type(typed);
    assert.equal(await page.value("成文日期"), typed);
    await page.key("Tab");
    await page.shows("成文日期", "2027年1月9日");
    await page.key("Control+z");
    await page.shows("成文日期", typed);
  }
  await page.fill("成文日期", "2027年2月30日");
  await page.key("Tab");
  await page.isMarked("成文日期", true);
  await page.shows("成文日期", "2027年2月30日");
});
