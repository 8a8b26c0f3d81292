/**
 * Generated worlds: people, courses, sessions, applications and practices in six languages, as many
 * as wanted, from a seed. What is measured and what is drilled runs on them.
 */
package org.portolan.world;
