@rem npm start runs "exec node ...", so that npm's signals reach node; this is exec for Windows.
@%*
