// What makes pages quicker for those whose browser runs scripts. Every page works without any of it.
import "./menus.js";
import "./keys.js";
import "./submitting.js";
import "./notices.js";
import "./focus.js";
import "./palette.js";
