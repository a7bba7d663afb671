import { configure } from "./config.js";

await configure();
