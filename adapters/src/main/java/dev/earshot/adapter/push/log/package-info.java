/** Push without a push provider: the log says which devices would ring. */
package dev.earshot.adapter.push.log;
