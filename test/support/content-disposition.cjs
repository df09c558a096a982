/** In the place of an ES module that jest cannot require; no spec downloads a file by name. */
module.exports = { create: () => 'attachment', parse: () => ({ type: 'attachment', parameters: {} }) };
