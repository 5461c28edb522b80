#!/bin/sh
# Publishes a built folder on the nginx of this machine: see docs/publishing.md.
#   publish.sh FOLDER [DIST]    copies DIST (dist) to FOLDER/releases/NUMBER and serves that
#   publish.sh FOLDER --back    serves the release that was served before
# NGINX_COMMAND says how nginx is called, for example 'sudo nginx'.
set -eu
umask 022
HASHED='(_astro/|pagefind/(fragment|index|filter)/|pagefind/pagefind\.[^.]+\.pf_meta)'

fail() { echo "$*" >&2; exit 1; }
base_of() { sed -n '1s/^location \(.*\) {$/\1/p' "$1/site.conf"; }

# Copies to another release what open pages of this one ask for later, and adds it to the sums.
keep() {
  grep -E "^[0-9a-f]{64}  $HASHED" "$1/_build/SHA256SUMS" | while read -r sum file; do
    [ ! -e "$2/$file" ] || continue
    mkdir -p "$(dirname "$2/$file")"
    cp -p "$1/$file" "$2/$file"
    echo "$sum  $file" >> "$2/_build/SHA256SUMS"
  done
}

# The rules of a release name its own files, and nginx reads them when it is reloaded.
serve() {
  ln -sfn "$1" current
  nginx=${NGINX_COMMAND:-nginx}
  if $nginx -t -q && $nginx -s reload; then trap - EXIT; echo "公開しました: $1"; exit; fi
  if [ -n "$before" ]; then ln -sfn "$before" current; else rm current; fi
  fail 'nginx が受け付けません。公開は変えていません。'
}

[ $# -ge 1 ] || fail '使い方: publish.sh フォルダ [dist | --back]'
[ "${2:-}" = --back ] || dist=$(cd "${2:-dist}" && pwd -P)
mkdir -p "$1/releases" && cd "$1"
before=$(readlink current || [ ! -e current ] || fail "$1/current はリンクではありません。")
if [ "${2:-}" = --back ]; then
  former=$(cat current/before) && [ -d "$former" ] || fail '前に公開したものはありません。'
  keep current/site "$former/site"
  serve "$former"
fi
base=$(base_of "$dist/_nginx")
[ -z "$before" ] || [ "$base" = "$(base_of current/nginx)" ] ||
  fail "$1 は $(base_of current/nginx) の計画です。$base の計画は公開していません。"
! grep -q 'https://plan\.example/' "$dist/robots.txt" || fail 'SITE_URL を指定して組み立ててください。'
last=$(ls releases | grep -x '[0-9]\{1,\}' | sort -n | tail -n 1)
release=releases/$((${last:-0} + 1))
mkdir "$release"
trap 'rm -rf "$release"' EXIT
mkdir -p "$release/nginx" "$release/www$base"
ln -s "www$base" "$release/site"
cp -Rp "$dist/." "$release/site/" && chmod -R a+rX,go-w "$release"
(cd "$release/site" && sha256sum --check --quiet --strict _build/SHA256SUMS &&
  [ "$(find . -type f | wc -l)" -eq "$(($(wc -l < _build/SHA256SUMS) + 1))" ]) ||
  fail "$dist は組み立てたままではありません。組み立て直してください。"
root="s|@DOCUMENT_ROOT@|$(pwd -P)/$release/www|"
for rules in maps.conf server.conf site.conf; do
  sed "$root" "$release/site/_nginx/$rules" > "$release/nginx/$rules"
done
[ -z "$before" ] || { keep current/site "$release/site" && echo "$before" > "$release/before"; }
serve "$release"
