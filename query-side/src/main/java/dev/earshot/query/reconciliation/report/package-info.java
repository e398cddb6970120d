/** The reports that providers make of their books, and what comparing them with our log shows. */
package dev.earshot.query.reconciliation.report;
