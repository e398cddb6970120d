/** How the reports of payment providers reach those who compare them, in no provider's words. */
package dev.earshot.platform.report;
