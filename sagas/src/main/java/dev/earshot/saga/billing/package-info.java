/** The paid call as a promise: nobody talks without a grant, and no grant outlives its call. */
package dev.earshot.saga.billing;
