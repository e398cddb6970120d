/** What is generated is what the product itself would have written, and the product goes on from there. */
package dev.earshot.app.generate;
