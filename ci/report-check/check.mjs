// Opens a performance report and an Allure report in Chromium and fails where something is missing, cut, overlapping or
// not accessible. Usage: node check.mjs RESULTS_FOLDER [ALLURE.html] [--pictures FOLDER]
import {readFileSync, mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import puppeteer from 'puppeteer-core';

const {positionals, values} = parseArgs({
    allowPositionals: true,
    options: {pictures: {type: 'string'}}
});
const [results, allure] = positionals;
const report = `${results}/report.html`;
const rows = JSON.parse(readFileSync(`${results}/benchmark_results.json`, 'utf8')).rows.map(row => row.id);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const problems = [];

const LOOKS = [
    {name: 'wide', width: 1400, height: 1000, scheme: 'light', media: 'screen'},
    {name: 'phone', width: 390, height: 844, scheme: 'light', media: 'screen', phone: true},
    {name: 'dark', width: 1400, height: 1000, scheme: 'dark', media: 'screen'},
    {name: 'phone-dark', width: 390, height: 844, scheme: 'dark', media: 'screen', phone: true},
    {name: 'print', width: 800, height: 1100, scheme: 'light', media: 'print'}
];

const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
});
try {
    for (const look of LOOKS) {
        await checkReport(look);
    }
    if (allure) {
        await checkAllure();
    }
} finally {
    await browser.close();
}
for (const problem of problems) {
    console.error(problem);
}
console.log(problems.length === 0 ? 'the reports can be read' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function checkReport(look) {
    const page = await open(look);
    const found = [];
    page.on('console', message => message.type() === 'error' && found.push(`console: ${message.text()}`));
    page.on('pageerror', error => found.push(`script: ${error.message}`));
    page.on('request', request => request.url().startsWith('http') && found.push(`asks the network for ${request.url()}`));
    await page.goto(pathToFileURL(resolve(report)).href, {waitUntil: 'load'});
    await picture(page, `report-${look.name}`);
    found.push(...await page.evaluate(whatIsMissing, rows));
    found.push(...(await page.evaluate(whatIsCut)).map(cut => `closed: ${cut}`));
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)));
    found.push(...(await page.evaluate(whatIsCut)).map(cut => `open: ${cut}`));
    found.push(...await page.evaluate(whatOverlaps));
    if (look.media === 'screen') {
        found.push(...await accessibility(page));
    }
    await picture(page, `report-${look.name}-open`);
    problems.push(...found.map(problem => `${look.name}: ${problem}`));
    await page.close();
}

async function open(look) {
    const page = await browser.newPage();
    await page.setViewport({width: look.width, height: look.height, isMobile: look.phone ?? false, deviceScaleFactor: 1});
    // Both at once: each of puppeteer's own calls would undo the other.
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
        media: look.media,
        features: [{name: 'prefers-color-scheme', value: look.scheme}]
    });
    await page.setBypassCSP(true);
    return page;
}

async function picture(page, name) {
    if (values.pictures) {
        mkdirSync(values.pictures, {recursive: true});
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const clip = {x: 0, y: 0, width: page.viewport().width, height: Math.min(height, 12000)};
        await page.screenshot({path: `${values.pictures}/${name}.png`, clip, captureBeyondViewport: true});
    }
}

/** What a reader has to find: the verdict with its profile, every row, plots with content, and a style in effect. */
function whatIsMissing(rows) {
    const missing = [];
    const need = (what, holds) => holds || missing.push(`missing: ${what}`);
    const seen = selector => [...document.querySelectorAll(selector)].some(element => element.getClientRects().length > 0);
    need('the verdict', /GO|NOT MEASURED/.test(document.querySelector('.banner .word')?.textContent ?? ''));
    need('the profile beside the verdict', /profile \S+/.test(document.querySelector('.banner .profile')?.textContent ?? ''));
    const shown = [...document.querySelectorAll('.matrix tr.first th a')].filter(link => link.getClientRects().length > 0);
    rows.forEach(row => need(`row ${row} in the matrix`, shown.some(link => link.textContent === row)));
    need('a verdict in the matrix', seen('.matrix .badge'));
    need('a plot', seen('#plots figure svg'));
    need('the answers', seen('#answers .card'));
    need('the style', getComputedStyle(document.querySelector('.card')).borderLeftWidth === '6px');
    for (const svg of document.querySelectorAll('figure svg')) {
        need(`marks in the plot ${svg.getAttribute('aria-label')}`, svg.querySelectorAll('path, line, circle, rect, polygon, polyline, ellipse').length > 5);
    }
    need('no script', document.querySelectorAll('script').length === 0);
    return missing;
}

/** What reaches beyond the page, or beyond a box that does not scroll. */
function whatIsCut() {
    const width = document.documentElement.clientWidth;
    const cut = [];
    if (document.documentElement.scrollWidth > width) {
        cut.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`);
    }
    for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('svg') && element.tagName !== 'svg') {
            continue;
        }
        const name = `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (box.width === 0 || style.visibility === 'hidden' || element.closest('thead')) {
            continue;
        }
        if (!element.closest('.scroll, pre') && (box.right > width + 1 || box.left < -1)) {
            cut.push(`${name} reaches from ${box.left.toFixed()} to ${box.right.toFixed()} of ${width} px`);
        }
        const scrolls = /auto|scroll/.test(style.overflowX);
        if (style.overflowX !== 'visible' && !scrolls && element.scrollWidth > element.clientWidth + 1) {
            cut.push(`${name} is cut: ${element.scrollWidth} px in ${element.clientWidth} px`);
        }
        if (scrolls && element.scrollWidth > element.clientWidth + 1 && element.tabIndex < 0) {
            cut.push(`${name} scrolls, but not from the keyboard`);
        }
    }
    for (const text of document.querySelectorAll('figure svg text')) {
        const svg = text.ownerSVGElement.getBoundingClientRect();
        const box = text.getBoundingClientRect();
        if (box.width > 0 && (box.right > svg.right + 1.5 || box.left < svg.left - 1.5 || box.bottom > svg.bottom + 1.5 || box.top < svg.top - 1.5)) {
            cut.push(`"${text.textContent}" is cut in the plot ${text.ownerSVGElement.getAttribute('aria-label')}`);
        }
    }
    return cut;
}

/** Texts within one plot, cells within one line, and cards, that lie on each other. */
function whatOverlaps() {
    const overlaps = [];
    const lies = (a, b, by) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
    const among = (elements, by, where) => {
        const boxes = elements.map(element => element.getBoundingClientRect());
        for (let i = 0; i < boxes.length; i++) {
            for (let j = i + 1; j < boxes.length; j++) {
                if (boxes[i].width > 0 && boxes[j].width > 0 && lies(boxes[i], boxes[j], by)) {
                    const texts = [elements[i], elements[j]].map(element => element.textContent.trim().slice(0, 40));
                    overlaps.push(`"${texts[0]}" lies on "${texts[1]}" in ${where}`);
                }
            }
        }
    };
    document.querySelectorAll('figure svg').forEach(svg => among([...svg.querySelectorAll('text')], 2.5, svg.getAttribute('aria-label')));
    document.querySelectorAll('.matrix tr, .cards, .plots').forEach(box => among([...box.children], 1, box.className || 'a line of the matrix'));
    return overlaps;
}

async function accessibility(page) {
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
    return result.violations
        .filter(violation => ['serious', 'critical'].includes(violation.impact))
        .map(violation => `axe, ${violation.impact}: ${violation.help}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
}

/** Allure's page draws itself by script; its tree of test cases must name every row of the results. */
async function checkAllure() {
    const page = await browser.newPage();
    await page.setViewport({width: 1400, height: 1000});
    await page.goto(`${pathToFileURL(resolve(allure)).href}#suites`, {waitUntil: 'load'});
    await page.waitForSelector('.node__title', {timeout: 60000});
    const texts = await expanded(page);
    for (const row of rows) {
        if (!texts.some(text => text.split(/[\s:,]/).includes(row))) {
            problems.push(`allure: row ${row} is not shown`);
        }
    }
    await picture(page, 'allure-rows');
    await page.close();
}

/** Opens the whole tree, and gives the texts of its leaves. */
async function expanded(page) {
    for (let level = 0; level < 6; level++) {
        await page.evaluate(() => document.querySelectorAll('.node:not(.node__leaf):not(.node__expanded) > .node__title')
            .forEach(title => title.click()));
    }
    return page.$$eval('.node__leaf', leaves => leaves.map(leaf => leaf.innerText));
}
