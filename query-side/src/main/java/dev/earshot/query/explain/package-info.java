/** Why a call cost what it cost: every fact that made the charge, in order, with the arithmetic spelt out. */
package dev.earshot.query.explain;
