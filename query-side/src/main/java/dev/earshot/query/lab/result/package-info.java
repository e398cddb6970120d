/** What other terms would have come to: records that are written alike whenever the same is asked. */
package dev.earshot.query.lab.result;
