"use strict";

// The page of shadow plans: asks for the figures with the token that was pasted, every few seconds, and writes them as tables.
(() => {
  const EVERY_MILLIS = 5000;
  const FIGURES = [
    ["Charged", "charged", "wouldCharge"],
    ["Fee", "fee", "wouldFee"],
    ["Listeners earn", "earned", "wouldEarn"],
  ];
  const news = document.getElementById("news");
  const plans = document.getElementById("plans");
  let token = "";
  let shown = "";
  let timer = 0;

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text ?? "";
    if (className) made.className = className;
    return made;
  }

  // Minor units are integers; they are written with their decimals without ever becoming fractions.
  function money(minor, decimals) {
    const sign = minor < 0 ? "\u2212" : "";
    const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return sign + whole + (decimals ? "." + digits.slice(-decimals) : "");
  }

  function percent(before, after) {
    if (before === 0) return after === 0 ? "0.00 %" : "new";
    const basisPoints = Math.trunc(((after - before) * 10000) / Math.abs(before));
    return (basisPoints > 0 ? "+" : "") + money(basisPoints, 2) + " %";
  }

  function row(name, sums, decimals) {
    const line = document.createElement("tr");
    const head = element("th", name);
    head.scope = "row";
    line.append(head, element("td", money(sums.calls, 0)), element("td", money(sums.seconds, 0)));
    for (const [, was, would] of FIGURES) {
      const change = sums[would] - sums[was];
      const direction = change === 0 ? "" : change < 0 ? "less" : "more";
      line.append(element("td", money(sums[was], decimals)), element("td", money(sums[would], decimals)));
      line.append(element("td", percent(sums[was], sums[would]), direction));
    }
    return line;
  }

  function table(caption, first, rows, decimals) {
    const made = document.createElement("table");
    made.append(element("caption", caption));
    const head = made.createTHead().insertRow();
    const names = [first, "Calls", "Seconds"];
    FIGURES.forEach(([name]) => names.push(name, "would be", "change"));
    names.forEach((name) => {
      const cell = element("th", name);
      cell.scope = "col";
      head.append(cell);
    });
    const body = made.createTBody();
    rows.forEach(([name, sums]) => body.append(row(name, sums, decimals)));
    const scroll = element("div", "", "scroll");
    scroll.append(made);
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", caption);
    return scroll;
  }

  function terms(candidate) {
    const listed = [
      ["Fee", money(candidate.prices.feeBasisPoints, 2) + " %"],
      ["Grace", `to second ${candidate.prices.grace.untilSecond}, ${candidate.prices.grace.perDay} a day`],
      ["Token", money(candidate.prices.tokenValue, 0) + " minor units"],
      ["Rates", money(candidate.rateBasisPoints, 2) + " %"],
      ["Plan", candidate.plan[0] ?? "each account's own"],
      ["Burns", candidate.burnOrder.join(", ") || "as each plan does"],
    ];
    const count = Object.keys(candidate.listenerBasisPoints).length;
    if (count) listed.push(["Rates of their own", `${count} listeners`]);
    return listed;
  }

  function section(plan) {
    const made = document.getElementById("plan").content.cloneNode(true);
    made.querySelector("h2").textContent = plan.name;
    const since = new Date(plan.startedAt).toLocaleString();
    made.querySelector(".about").textContent = plan.running
      ? `Runs since ${since}.`
      : `Ran from ${since} to ${new Date(plan.stoppedAt).toLocaleString()}.`;
    for (const [name, value] of terms(plan.candidate)) {
      const pair = element("div");
      pair.append(element("dt", name), element("dd", value));
      made.querySelector(".terms").append(pair);
    }
    const tables = made.querySelector(".tables");
    if (plan.totals.length === 0) tables.append(element("p", "No call has been settled since.", "about"));
    for (const total of plan.totals) {
      const all = [...total.versions.map((part) => [part.version, part.sums]), ["All", total.all]];
      tables.append(table(`${total.currency} by version`, "Version", all, total.decimals));
      const days = total.days.map((part) => [part.day, part.sums]);
      tables.append(table(`${total.currency} by day (UTC)`, "Day", days, total.decimals));
    }
    return made;
  }

  function tell(text, wrong) {
    if (news.textContent !== text) news.textContent = text;
    news.classList.toggle("wrong", Boolean(wrong));
  }

  async function refresh() {
    clearTimeout(timer);
    try {
      const answer = await fetch("/v1/admin/shadow-plans", { headers: { Authorization: `Bearer ${token}` } });
      const text = await answer.text();
      const body = JSON.parse(text);
      if (!answer.ok) {
        shown = "";
        plans.replaceChildren();
        tell(body.detail ?? body.title ?? "That was refused.", true);
        return;
      }
      if (text !== shown) plans.replaceChildren(...body.items.map(section)); // What stays keeps its reader's place.
      shown = text;
      tell(body.items.length ? "Refreshes by itself." : "There is no shadow plan. Start one: PUT /v1/admin/shadow-plans/{name}");
    } catch {
      tell("The server does not answer; asking again.", true);
    }
    timer = setTimeout(refresh, EVERY_MILLIS);
  }

  document.getElementById("door").addEventListener("submit", (event) => {
    event.preventDefault();
    token = document.getElementById("token").value.trim();
    refresh();
  });
})();
