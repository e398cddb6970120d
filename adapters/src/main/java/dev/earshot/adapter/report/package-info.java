/** Reports as tables: text, columns and values, whoever wrote them. */
package dev.earshot.adapter.report;
